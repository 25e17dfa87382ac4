import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const diaspora: Theme = {
  serves: ['migration-governance-development', 'integrity-transparency-accountability', 'sdg-17'],
  findings: [
    text(
      'L’épargne de la diaspora construit des maisons, rarement des ateliers.',
      'تبني مدخرات الجالية منازل، ونادرا ما تبني ورشات.',
      'The diaspora’s savings build houses, seldom workshops.',
    ),
    text(
      'Les médecins et les ingénieurs partis veulent bien enseigner, et ne savent à qui l’écrire.',
      'يرغب الأطباء والمهندسون المغتربون في التدريس، ولا يدرون لمن يكتبون.',
      'Doctors and engineers who left would gladly teach, and do not know to whom to write.',
    ),
    text(
      'Un projet suivi de loin se perd au premier changement d’interlocuteur.',
      'يضيع المشروع المتابع عن بعد عند أول تغيير للمخاطب.',
      'A project followed from afar is lost at the first change of contact.',
    ),
  ],
  asks: [
    text(
      'Accompagner les projets de la diaspora',
      'مواكبة مشاريع الجالية',
      'Support projects of the diaspora',
    ),
    text(
      'Répondre à tout porteur de projet en quinze jours',
      'الرد على كل حامل مشروع في أجل خمسة عشر يوما',
      'Answer every founder of a project within a fortnight',
    ),
    text(
      'Associer les compétences de l’étranger à l’enseignement',
      'إشراك كفاءات الخارج في التدريس',
      'Involve skills from abroad in teaching',
    ),
    text(
      'Orienter l’épargne vers l’emploi local',
      'توجيه المدخرات نحو التشغيل المحلي',
      'Direct savings towards local jobs',
    ),
    text(
      'Tenir une rencontre annuelle avec la diaspora',
      'عقد لقاء سنوي مع الجالية',
      'Hold a yearly meeting with the diaspora',
    ),
  ],
  ways: [
    text('dans les provinces d’origine', 'في أقاليم الأصل', 'in the provinces of origin'),
    text(
      'avec les centres régionaux d’investissement',
      'بتنسيق مع المراكز الجهوية للاستثمار',
      'with the regional investment centres',
    ),
    text('à distance et pendant l’été', 'عن بعد وخلال الصيف', 'at a distance and during the summer'),
    text('pour les coopératives de femmes', 'لفائدة تعاونيات النساء', 'for women’s cooperatives'),
    text('avec les universités', 'بشراكة مع الجامعات', 'with the universities'),
  ],
  beneficiaries: text(
    'Les membres de la diaspora qui portent un projet, et les territoires où il se fait.',
    'أفراد الجالية حاملو المشاريع، والمجالات الترابية التي تُنجز فيها.',
    'Members of the diaspora who found a project, and the territories where it is done.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Tenir un guichet de l’investisseur à distance',
        'تسيير شباك للمستثمر عن بعد',
        'Run a desk for investors at a distance',
      ),
      deliverable: text(
        'Un interlocuteur nommé, joignable en ligne, qui suit le dossier jusqu’à l’ouverture.',
        'مخاطب معين متاح عبر الإنترنت يتتبع الملف إلى حين الافتتاح.',
        'A named contact, reached online, who follows the file until the opening.',
      ),
    },
    {
      kind: 'financial',
      title: text('Doter un fonds d’amorçage', 'تمويل صندوق للانطلاق', 'Endow a seed fund'),
      deliverable: text(
        'Un fonds qui complète l’apport du porteur, à part égale, contre des emplois créés.',
        'صندوق يكمل مساهمة حامل المشروع بالتساوي مقابل مناصب شغل.',
        'A fund that matches the founder’s own money against jobs created.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Accueillir des enseignants invités', 'استضافة أساتذة زائرين', 'Host visiting teachers'),
      deliverable: text(
        'Un programme d’invitations, avec logement et calendrier publiés d’avance.',
        'برنامج للاستضافة، مع سكن وجدول زمني معلنين مسبقا.',
        'A programme of invitations, with lodging and dates published ahead.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Dématérialiser le dossier d’investissement',
        'رقمنة ملف الاستثمار',
        'Put the investment file online',
      ),
      deliverable: text(
        'Un dossier déposé et suivi en ligne, dont chaque étape est datée.',
        'ملف يودع ويُتتبع عبر الإنترنت، مع تأريخ كل مرحلة.',
        'A file handed in and followed online, each step with its date.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Organiser un forum de la diaspora',
        'تنظيم منتدى للجالية',
        'Organise a forum of the diaspora',
      ),
      deliverable: text(
        'Une journée par an, dont les suites sont publiées sous deux mois.',
        'يوم في السنة تُنشر نتائجه في أجل شهرين.',
        'One day a year, whose outcome is published within two months.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Adopter une stratégie envers la diaspora',
        'اعتماد استراتيجية تجاه الجالية',
        'Adopt a strategy for the diaspora',
      ),
      deliverable: text(
        'Une stratégie de trois ans, chiffrée, avec un bilan public chaque année.',
        'استراتيجية لثلاث سنوات محددة الكلفة، مع حصيلة عمومية كل سنة.',
        'A strategy for three years, costed, with a public review each year.',
      ),
    },
  ],
  counted: {
    name: text('Projets accompagnés', 'المشاريع المواكَبة', 'Projects supported'),
    unit: text('projets', 'مشروع', 'projects'),
  },
};
