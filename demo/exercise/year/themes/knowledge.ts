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
