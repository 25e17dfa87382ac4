import { text } from '../../../text.ts';
import { action, conclusion, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const school: SessionEntry = {
  number: 7,
  language: 'fr',
  day: 2,
  startsAt: '09:00',
  endsAt: '10:15',
  room: 'north',
  title: text(
    'L’école de tous : inscrire, apprendre la langue, rester',
    'مدرسة الجميع: التسجيل وتعلم اللغة والاستمرار',
    'A school for all: enrolling, learning the language, staying',
  ),
  notes: [
    keyPoint({
      fr: 'L’inscription ne pose plus de difficulté dans le Littoral ; dans les Oasis, trois écoles demandent encore un acte de naissance traduit.',
    }),
    keyPoint({
      fr: 'Les classes d’accueil durent un trimestre. Les enseignants en demandent deux, avec un retour progressif en classe ordinaire.',
      ar: 'تدوم أقسام الاستقبال ثلاثة أشهر، ويطلب الأساتذة ستة أشهر مع عودة تدريجية إلى القسم العادي.',
    }),
    keyPoint({ fr: 'Un cahier bilingue, fait par les élèves eux-mêmes, sert aujourd’hui dans onze écoles.' }),
    keyPoint({
      fr: 'Les familles saisonnières partent en mai : l’année scolaire des enfants finit avec la récolte.',
    }),
    question({
      fr: 'Comment noter un enfant qui sait compter mais pas encore lire la consigne ?',
      ar: 'كيف نُقوّم طفلا يحسن الحساب ولا يقرأ بعد نص التمرين؟',
    }),
    conclusion(
      {
        fr: 'La langue s’apprend avec les autres élèves : la classe d’accueil est un passage, non un lieu à part.',
        ar: 'تُتعلم اللغة مع بقية التلاميذ: قسم الاستقبال ممر لا مكان معزول.',
      },
      { key: 'with-others' },
    ),
    recommendation(
      {
        fr: 'Inscrire tout enfant sur déclaration, et réunir les pièces pendant l’année plutôt qu’avant la rentrée.',
        ar: 'تسجيل كل طفل بناء على تصريح، واستكمال الوثائق خلال السنة لا قبل الدخول المدرسي.',
      },
      { key: 'enrol-first' },
    ),
    action(
      {
        fr: 'Donner aux enfants des saisonniers une attestation de niveau lorsqu’ils partent.',
        ar: 'تسليم أبناء العمال الموسميين شهادة مستوى عند مغادرتهم.',
      },
      { owner: 'exercise-organisation-12', within: 160 },
    ),
    action(
      { fr: 'Reproduire le cahier bilingue dans vingt écoles et en confier la révision à la faculté.' },
      { key: 'bilingual', owner: 'exercise-organisation-8', within: 110 },
    ),
    quotation(
      {
        fr: 'Mon voisin de table m’a appris trente mots. Le premier était « attends ».',
        ar: 'علمني جاري في الطاولة ثلاثين كلمة، وكانت الأولى: «انتظر».',
      },
      { speaker: 4, consent: true },
    ),
  ],
};
