import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const knowledge: Theme = {
  serves: ['migration-governance-development', 'integrity-transparency-accountability', 'sdg-16'],
  findings: [
    text(
      'Trois services comptent les mêmes personnes, et leurs chiffres ne s’additionnent pas.',
      'تحصي ثلاث مصالح الأشخاص أنفسهم، ولا تتطابق أرقامها.',
      'Three services count the same people, and their figures do not add up.',
    ),
    text(
      'Les données existent au ministère et ne reviennent pas dans la région qui les a produites.',
      'توجد المعطيات لدى الوزارة ولا تعود إلى الجهة التي أنتجتها.',
      'The data are at the ministry and do not come back to the region that produced them.',
    ),
    text(
      'On décide sur des chiffres vieux de cinq ans.',
      'تُتخذ القرارات بناء على أرقام تعود إلى خمس سنوات.',
      'Decisions rest on figures that are five years old.',
    ),
  ],
  asks: [
    text(
      'Publier des données régionales sur les mobilités',
      'نشر معطيات جهوية عن التنقلات',
      'Publish regional data on mobility',
    ),
    text('Convenir d’indicateurs communs', 'الاتفاق على مؤشرات مشتركة', 'Agree on common indicators'),
    text(
      'Protéger les données personnelles des services',
      'حماية المعطيات الشخصية لدى المصالح',
      'Protect personal data in the services',
    ),
    text(
      'Associer les chercheurs au suivi',
      'إشراك الباحثين في التتبع',
      'Involve researchers in the follow-up',
    ),
    text('Rendre compte des engagements', 'تقديم الحساب عن الالتزامات', 'Account for commitments'),
  ],
  ways: [
    text('chaque année', 'كل سنة', 'every year'),
    text(
      'avec les directions régionales du plan',
      'بتنسيق مع المديريات الجهوية للتخطيط',
      'with the regional planning offices',
    ),
    text('ventilées par sexe et par âge', 'حسب الجنس والسن', 'by sex and by age'),
    text('sous licence ouverte', 'برخصة مفتوحة', 'under an open licence'),
    text('devant le conseil régional', 'أمام مجلس الجهة', 'before the regional council'),
  ],
  beneficiaries: text(
    'Les élus et les services qui décident, les chercheurs, et quiconque veut vérifier.',
    'المنتخبون والمصالح المقررة والباحثون وكل من يريد التحقق.',
    'Elected members and services who decide, researchers, and whoever wants to check.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text('Publier un tableau de bord', 'نشر لوحة قيادة', 'Publish a dashboard'),
      deliverable: text(
        'Douze chiffres, leur source et leur date, mis à jour chaque trimestre.',
        'اثنا عشر رقما بمصدرها وتاريخها، تُحين كل فصل.',
        'Twelve figures, with source and date, brought up to date every quarter.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Échanger les fichiers entre services',
        'تبادل الملفات بين المصالح',
        'Exchange files between services',
      ),
      deliverable: text(
        'Un protocole signé, et un premier échange fait et relu.',
        'بروتوكول موقع، وأول تبادل منجز ومراجع.',
        'A signed protocol, and a first exchange made and read over.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Former des correspondants statistiques',
        'تكوين مراسلين إحصائيين',
        'Train statistics officers',
      ),
      deliverable: text(
        'Un correspondant formé dans chaque service, avec du temps pour cela.',
        'مراسل مكون في كل مصلحة، مع وقت مخصص لذلك.',
        'One officer trained in each service, with time for it.',
      ),
    },
    {
      kind: 'financial',
      title: text('Financer une enquête régionale', 'تمويل بحث ميداني جهوي', 'Fund a regional survey'),
      deliverable: text(
        'Une enquête auprès de deux mille ménages, dont les données sont publiées.',
        'بحث لدى ألفي أسرة تُنشر معطياته.',
        'A survey of two thousand households, whose data are published.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Adopter une règle de protection des données',
        'اعتماد قاعدة لحماية المعطيات',
        'Adopt a rule on data protection',
      ),
      deliverable: text(
        'Une règle qui dit ce qui se note, qui le lit et quand on l’efface.',
        'قاعدة تحدد ما يُدون ومن يطلع عليه ومتى يُمحى.',
        'A rule that says what is noted, who reads it and when it is erased.',
      ),
    },
    {
      kind: 'process',
      title: text('Présenter un rapport public', 'تقديم تقرير عمومي', 'Present a public report'),
      deliverable: text(
        'Un rapport de vingt pages, présenté en séance ouverte.',
        'تقرير من عشرين صفحة يُقدم في جلسة مفتوحة.',
        'A report of twenty pages, presented in open session.',
      ),
    },
  ],
  counted: {
    name: text('Jeux de données publiés', 'مجموعات المعطيات المنشورة', 'Data sets published'),
    unit: text('jeux de données', 'مجموعة', 'data sets'),
  },
};

export const voice: Theme = {
  serves: ['protection-resilience', 'equality-diversity-inclusion', 'sdg-5'],
  findings: [
    text(
      'On décide pour les femmes migrantes sans en avoir entendu une seule.',
      'تُتخذ القرارات بشأن المهاجرات دون سماع واحدة منهن.',
      'Decisions are made for migrant women without hearing a single one.',
    ),
    text(
      'Les jeunes sont invités au spectacle et jamais au budget.',
      'يُدعى الشباب إلى العروض ولا يُدعون أبدا إلى الميزانية.',
      'Young people are invited to the show and never to the budget.',
    ),
    text(
      'Les conseils consultatifs se réunissent à l’heure où l’on travaille.',
      'تجتمع الهيئات الاستشارية في أوقات العمل.',
      'Advisory councils meet at hours when people work.',
    ),
  ],
  asks: [
    text(
      'Associer les femmes migrantes aux décisions',
      'إشراك المهاجرات في القرارات',
      'Involve migrant women in decisions',
    ),
    text(
      'Réserver aux jeunes une part du budget participatif',
      'تخصيص حصة من الميزانية التشاركية للشباب',
      'Keep a share of the participatory budget for young people',
    ),
    text(
      'Tenir les réunions publiques en plusieurs langues',
      'عقد الاجتماعات العمومية بعدة لغات',
      'Hold public meetings in several languages',
    ),
    text(
      'Protéger les femmes qui signalent des violences',
      'حماية النساء المبلغات عن العنف',
      'Protect women who report violence',
    ),
    text(
      'Répondre par écrit aux propositions reçues',
      'الرد كتابة على المقترحات الواردة',
      'Answer proposals in writing',
    ),
  ],
  ways: [
    text('dans les conseils communaux', 'في المجالس الجماعية', 'in municipal councils'),
    text('avec garde d’enfants sur place', 'مع حضانة للأطفال في عين المكان', 'with childcare on the spot'),
    text('dans un délai d’un mois', 'في أجل شهر', 'within a month'),
    text('en soirée', 'مساء', 'in the evening'),
    text('avec les maisons de jeunes', 'بشراكة مع دور الشباب', 'with youth centres'),
  ],
  beneficiaries: text(
    'Les femmes et les jeunes, migrants ou non, dont la vie change avec ces décisions.',
    'النساء والشباب، مهاجرين كانوا أم لا، ممن تغير هذه القرارات حياتهم.',
    'Women and young people, migrants or not, whose lives change with these decisions.',
  ),
  deeds: [
    {
      kind: 'process',
      title: text('Installer un conseil consultatif', 'إحداث هيئة استشارية', 'Set up an advisory council'),
      deliverable: text(
        'Un conseil de vingt membres, à parité, dont les avis sont publiés.',
        'هيئة من عشرين عضوا بالمناصفة تُنشر آراؤها.',
        'A council of twenty, half of them women, whose opinions are published.',
      ),
    },
    {
      kind: 'financial',
      title: text('Doter un budget participatif', 'رصد ميزانية تشاركية', 'Endow a participatory budget'),
      deliverable: text(
        'Une enveloppe annuelle, attribuée par vote des jeunes du territoire.',
        'غلاف سنوي يُوزع بتصويت شباب المجال الترابي.',
        'A yearly sum, given by a vote of the territory’s young people.',
      ),
    },
    {
      kind: 'service',
      title: text('Ouvrir une permanence pour les femmes', 'فتح مداومة للنساء', 'Open a service for women'),
      deliverable: text(
        'Une permanence confidentielle, avec une juriste et une assistante sociale.',
        'مداومة سرية بحضور قانونية ومساعدة اجتماعية.',
        'A confidential service, with a lawyer and a social worker.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Former des interprètes de réunion',
        'تكوين مترجمين للاجتماعات',
        'Train meeting interpreters',
      ),
      deliverable: text(
        'Dix interprètes formés, payés à la séance.',
        'عشرة مترجمين مكونين يتقاضون أجرهم عن كل جلسة.',
        'Ten interpreters trained, paid by the session.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Garder les enfants pendant les réunions',
        'حضانة الأطفال أثناء الاجتماعات',
        'Look after children during meetings',
      ),
      deliverable: text(
        'Une garde gratuite, annoncée sur chaque invitation.',
        'حضانة مجانية يُعلن عنها في كل دعوة.',
        'Free childcare, announced on every invitation.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'S’obliger à répondre aux propositions',
        'الالتزام بالرد على المقترحات',
        'Undertake to answer proposals',
      ),
      deliverable: text(
        'Une délibération qui fixe un délai, et un registre public des réponses.',
        'مداولة تحدد أجلا، وسجل عمومي للردود.',
        'A resolution that sets a time limit, and a public register of answers.',
      ),
    },
  ],
  counted: {
    name: text('Personnes associées', 'الأشخاص المشاركون', 'People involved'),
    unit: text('personnes', 'شخص', 'people'),
  },
};
