import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const school: Theme = {
  serves: ['migration-governance-development', 'equality-diversity-inclusion', 'sdg-4'],
  findings: [
    text(
      'Des enfants sont inscrits en cours d’année sans que leur niveau ait été regardé.',
      'يُسجل أطفال خلال السنة دون النظر في مستواهم.',
      'Children are enrolled during the year without anybody having looked at their level.',
    ),
    text(
      'L’école demande des pièces que les familles n’ont pas, et l’inscription attend.',
      'تطلب المدرسة وثائق لا تتوفر عليها الأسر، فيتأخر التسجيل.',
      'The school asks for papers that families do not have, and enrolment waits.',
    ),
    text(
      'Les enseignants découvrent seuls des classes où l’on parle cinq langues.',
      'يجد المدرسون أنفسهم وحدهم أمام أقسام تُتداول فيها خمس لغات.',
      'Teachers are left alone with classes in which five languages are spoken.',
    ),
  ],
  asks: [
    text(
      'Inscrire les enfants sans attendre leurs papiers',
      'تسجيل الأطفال دون انتظار وثائقهم',
      'Enrol children without waiting for their papers',
    ),
    text(
      'Ouvrir des classes de mise à niveau linguistique',
      'فتح أقسام للدعم اللغوي',
      'Open classes for catching up in the language',
    ),
    text(
      'Former des enseignants aux classes plurilingues',
      'تكوين مدرسين في الأقسام متعددة اللغات',
      'Train teachers for multilingual classes',
    ),
    text(
      'Reconnaître les années d’école faites ailleurs',
      'الاعتراف بسنوات الدراسة المنجزة في الخارج',
      'Recognise years of school done elsewhere',
    ),
    text(
      'Associer les parents migrants à la vie de l’école',
      'إشراك الآباء المهاجرين في حياة المدرسة',
      'Involve migrant parents in the life of the school',
    ),
  ],
  ways: [
    text('dès la rentrée prochaine', 'ابتداء من الدخول المدرسي المقبل', 'from the next school year'),
    text(
      'dans les écoles des quartiers populaires',
      'في مدارس الأحياء الشعبية',
      'in schools of working-class districts',
    ),
    text('avec les académies régionales', 'بتنسيق مع الأكاديميات الجهوية', 'with the regional academies'),
    text('au primaire et au collège', 'في الابتدائي والإعدادي', 'in primary and lower secondary schools'),
    text('en milieu rural', 'في الوسط القروي', 'in rural areas'),
  ],
  beneficiaries: text(
    'Les enfants de familles migrantes et de retour, et leurs enseignants.',
    'أبناء الأسر المهاجرة والعائدة، ومدرسوهم.',
    'Children of migrant and returning families, and their teachers.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Tenir des cours de soutien en langue',
        'تنظيم دروس دعم في اللغة',
        'Hold language support lessons',
      ),
      deliverable: text(
        'Quatre heures de soutien par semaine, par petits groupes, avec un test au début et à la fin.',
        'أربع ساعات دعم في الأسبوع في مجموعات صغيرة، مع اختبار في البداية وآخر في النهاية.',
        'Four hours of support a week, in small groups, with a test at the start and at the end.',
      ),
    },
    {
      kind: 'process',
      title: text('Simplifier le dossier d’inscription', 'تبسيط ملف التسجيل', 'Simplify the enrolment file'),
      deliverable: text(
        'Un dossier d’une page, les pièces manquantes étant apportées dans l’année.',
        'ملف من صفحة واحدة، على أن تُستكمل الوثائق الناقصة خلال السنة.',
        'A one-page file; missing papers are brought within the year.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Former des enseignants', 'تكوين مدرسين', 'Train teachers'),
      deliverable: text(
        'Trois sessions de formation, avec un suivi en classe par un formateur.',
        'ثلاث دورات تكوينية، مع مواكبة في القسم من طرف مكون.',
        'Three training sessions, with a trainer’s visits in class.',
      ),
    },
    {
      kind: 'financial',
      title: text(
        'Prendre en charge les fournitures scolaires',
        'التكفل باللوازم المدرسية',
        'Pay for school supplies',
      ),
      deliverable: text(
        'Un trousseau remis à chaque enfant inscrit, sur simple attestation de l’école.',
        'حقيبة مدرسية تُسلم لكل طفل مسجل بمجرد شهادة من المدرسة.',
        'A school kit handed to every enrolled child, on the school’s word alone.',
      ),
    },
    {
      kind: 'service',
      title: text('Proposer le transport scolaire', 'توفير النقل المدرسي', 'Offer school transport'),
      deliverable: text(
        'Une ligne matin et soir, gratuite la première année.',
        'خط صباحا ومساء، مجاني في السنة الأولى.',
        'A line in the morning and in the evening, free in the first year.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Inscrire l’accueil des élèves au projet d’établissement',
        'إدراج استقبال التلاميذ في مشروع المؤسسة',
        'Write the reception of pupils into the school’s project',
      ),
      deliverable: text(
        'Un projet d’établissement qui dit qui accueille, quand et avec quels moyens.',
        'مشروع مؤسسة يحدد من يستقبل ومتى وبأي وسائل.',
        'A school project that says who receives, when and with which means.',
      ),
    },
  ],
  counted: {
    name: text('Élèves accompagnés', 'التلاميذ المستفيدون من المواكبة', 'Pupils supported'),
    unit: text('élèves', 'تلميذ', 'pupils'),
  },
};
