import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const returning: Theme = {
  serves: ['protection-resilience', 'protection-centred', 'sdg-10'],
  findings: [
    text(
      'Qui revient n’a souvent que huit jours pour dire ce dont il a besoin.',
      'كثيرا ما لا يتوفر العائد إلا على ثمانية أيام ليعبر عن حاجاته.',
      'Whoever returns often has but eight days to say what he or she needs.',
    ),
    text(
      'L’aide s’arrête au retour et ne dit rien de l’année qui suit.',
      'تتوقف المساعدة عند العودة ولا تقول شيئا عن السنة الموالية.',
      'Help stops at the return and says nothing of the year that follows.',
    ),
    text(
      'Les familles qui ont payé le départ accueillent mal un retour sans argent.',
      'لا ترحب الأسر التي مولت الرحيل بعودة بلا مال.',
      'Families who paid for the departure give a poor welcome to a return without money.',
    ),
  ],
  asks: [
    text(
      'Suivre les personnes de retour pendant un an',
      'مواكبة العائدين لمدة سنة',
      'Follow returnees for a year',
    ),
    text(
      'Préparer le retour avec la commune d’origine',
      'تهيئ العودة مع جماعة الأصل',
      'Prepare the return with the municipality of origin',
    ),
    text(
      'Valider les acquis du travail à l’étranger',
      'الاعتراف بمكتسبات العمل في الخارج',
      'Recognise what was learnt at work abroad',
    ),
    text(
      'Soutenir les familles qui accueillent',
      'دعم الأسر المستقبلة',
      'Support the families who take people in',
    ),
    text(
      'Orienter les mineurs de retour vers l’école',
      'توجيه القاصرين العائدين نحو المدرسة',
      'Refer minors who return to school',
    ),
  ],
  ways: [
    text('dès la descente de l’avion', 'منذ النزول من الطائرة', 'from the moment they land'),
    text('avec un référent nommé', 'بمساعدة مخاطَب معيّن بالاسم', 'with a named contact'),
    text('dans les communes rurales', 'في الجماعات القروية', 'in rural municipalities'),
    text('sans condition de durée du séjour', 'دون اشتراط مدة الإقامة', 'whatever the length of their stay'),
    text('avec les associations de parents', 'بشراكة مع جمعيات الآباء', 'with parents’ associations'),
  ],
  beneficiaries: text(
    'Les personnes de retour, mineurs compris, et leurs familles.',
    'العائدون، ومنهم القاصرون، وأسرهم.',
    'Returnees, minors among them, and their families.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Assurer un accompagnement au retour',
        'ضمان مواكبة عند العودة',
        'Provide support on return',
      ),
      deliverable: text(
        'Un rendez-vous la première semaine, puis un chaque trimestre pendant un an.',
        'موعد في الأسبوع الأول ثم موعد كل فصل لمدة سنة.',
        'An appointment in the first week, then one each quarter for a year.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Désigner des référents du retour',
        'تعيين مراجع مكلفين بالعودة',
        'Name contacts for returnees',
      ),
      deliverable: text(
        'Un référent par province, formé et déchargé d’une partie de ses tâches.',
        'مرجع في كل إقليم، مكون ومعفى من جزء من مهامه.',
        'One contact in each province, trained and freed from a part of their tasks.',
      ),
    },
    {
      kind: 'financial',
      title: text('Verser une aide à l’installation', 'صرف منحة للاستقرار', 'Pay a settlement grant'),
      deliverable: text(
        'Une aide en deux fois, la seconde sur présentation d’un projet.',
        'منحة على دفعتين، تُصرف الثانية عند تقديم مشروع.',
        'A grant in two parts, the second on presenting a project.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Échanger les dossiers avec les pays d’accueil',
        'تبادل الملفات مع بلدان الاستقبال',
        'Exchange files with host countries',
      ),
      deliverable: text(
        'Un dossier transmis avant le retour, avec l’accord de la personne.',
        'ملف يُحال قبل العودة بموافقة صاحبه.',
        'A file that is sent before the return, with the person’s consent.',
      ),
    },
    {
      kind: 'service',
      title: text('Animer des groupes de parole', 'تنشيط مجموعات للحوار', 'Run discussion groups'),
      deliverable: text(
        'Un groupe par mois, pour les personnes de retour et leurs familles.',
        'مجموعة كل شهر لفائدة العائدين وأسرهم.',
        'One group a month, for returnees and their families.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Inscrire le retour au plan de développement',
        'إدراج العودة في برنامج التنمية',
        'Write return into the development plan',
      ),
      deliverable: text(
        'Un chapitre du plan, avec un budget et un service qui en répond.',
        'محور في البرنامج، بميزانية ومصلحة مسؤولة عنه.',
        'A chapter of the plan, with a budget and a service that answers for it.',
      ),
    },
  ],
  counted: {
    name: text('Personnes accompagnées', 'الأشخاص المواكَبون', 'People supported'),
    unit: text('personnes', 'شخص', 'people'),
  },
};
