import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const returning: SessionEntry = {
  number: 10,
  language: 'fr',
  day: 2,
  startsAt: '10:45',
  endsAt: '12:00',
  room: 'south',
  title: text(
    'Revenir : faire valoir au pays ce que l’on a appris ailleurs',
    'العودة: الاستفادة في الوطن مما اكتُسب في الخارج',
    'Coming back: making use at home of what was learnt elsewhere',
  ),
  notes: [
    keyPoint({
      fr: 'Les retours sont peu visibles : qui revient ne s’annonce à personne et cherche seul un logement et un emploi.',
    }),
    keyPoint({
      fr: 'Les enfants nés ailleurs redoublent deux fois plus, faute de soutien en arabe écrit.',
      ar: 'يكرر الأطفال المولودون في الخارج ضعف غيرهم، لغياب الدعم في اللغة العربية المكتوبة.',
    }),
    keyPoint({
      fr: 'Une agence du Plateau reçoit sur rendez-vous, trois mois avant le retour, par appel vidéo.',
    }),
    question({ fr: 'Les années travaillées à l’étranger comptent-elles pour la formation continue ?' }),
    decision(
      {
        fr: 'Les trois régions ouvrent aux personnes de retour les services d’orientation déjà en place, sans dispositif à part.',
        ar: 'تفتح الجهات الثلاث في وجه العائدين خدمات التوجيه القائمة، دون إحداث آلية خاصة.',
      },
      { key: 'same-services' },
    ),
    conclusion(
      {
        fr: 'La réinsertion commence avant le voyage ; après l’arrivée, trois mois décident du reste.',
        ar: 'تبدأ إعادة الإدماج قبل السفر؛ وبعد الوصول تحسم ثلاثة أشهر ما يليها.',
      },
      { key: 'three-months' },
    ),
    recommendation(
      {
        fr: 'Reconnaître les compétences acquises à l’étranger par une mise en situation, devant un jury de professionnels.',
        ar: 'الاعتراف بالمهارات المكتسبة في الخارج عن طريق وضعية عمل أمام لجنة من المهنيين.',
      },
      { key: 'skills-return' },
    ),
    action(
      {
        fr: 'Étendre aux deux autres régions l’entretien vidéo d’avant le retour.',
        ar: 'توسيع المقابلة المرئية السابقة للعودة لتشمل الجهتين الأخريين.',
      },
      { key: 'video', owner: 'exercise-council-plateau', within: 95 },
    ),
    action(
      {
        fr: 'Ouvrir un soutien en arabe écrit pour les élèves de retour, deux soirs par semaine.',
        ar: 'فتح حصص دعم في العربية المكتوبة للتلاميذ العائدين، مساءين في الأسبوع.',
      },
      { owner: 'exercise-organisation-25', within: 140 },
    ),
    quotation(
      { fr: 'Là-bas j’étais chef d’équipe. Ici on m’a demandé si je savais tenir un balai.' },
      { speaker: 2, consent: true },
    ),
  ],
};
