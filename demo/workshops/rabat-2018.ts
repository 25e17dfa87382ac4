import { name, text } from '../text.ts';
import type { ConclusionEntry, WorkshopEntry } from './model.ts';
import { programme } from './rabat-2018-programme.ts';

const conclusions: ConclusionEntry[] = [
  {
    kind: 'will',
    item: 'conclusions',
    text: text(
      'Travailler entre régions en renforçant le dialogue.',
      'العمل بين الجهات من خلال تعزيز الحوار.',
      'To work between regions by strengthening dialogue.',
    ),
    links: { cites: ['iom-rabat-2018'] },
  },
  {
    kind: 'will',
    item: 'conclusions',
    text: text(
      'Travailler entre régions en renforçant la coordination.',
      'العمل بين الجهات من خلال تعزيز التنسيق.',
      'To work between regions by strengthening coordination.',
    ),
    links: { cites: ['iom-rabat-2018'] },
  },
  {
    kind: 'will',
    item: 'conclusions',
    text: text(
      'Créer un réseau interrégional.',
      'إحداث شبكة تربط بين الجهات.',
      'To create an inter-regional network.',
    ),
    links: { cites: ['iom-rabat-2018'], serves: ['sdg-17'] },
  },
];

/** The workshop of 10–11 April 2018, with all that its public note tells. */
export const rabat2018: WorkshopEntry = {
  form: 'workshop',
  status: 'published',
  title: text(
    'Les Régions marocaines, actrices de la politique migratoire et du développement',
    'الجهات المغربية، فاعلة في سياسة الهجرة وفي التنمية',
    'Moroccan Regions, Actors in Migration Policy and Development',
  ),
  summary: text(
    'Deux journées pour dire ce que le projet INDIMAJ-Oriental a donné et pour comparer des pratiques. L’OIM et le Conseil régional de l’Oriental les ont préparées ensemble, avec pour partenaire le ministère chargé de la migration. Universitaires, société civile, experts du pays et d’ailleurs, acteurs locaux et régionaux, partenaires du projet et ambassadeurs y ont pris part.',
    'يومان لعرض حصيلة مشروع «اندماج-الشرق» والمقارنة بين الممارسات. أعدّتهما معاً المنظمة الدولية للهجرة ومجلس جهة الشرق، بشراكة مع الوزارة المكلفة بالهجرة، وشارك فيهما جامعيون والمجتمع المدني وخبراء من داخل البلاد وخارجها وفاعلون محليون وجهويون وشركاء المشروع وسفراء.',
    'Two days to tell what the INDIMAJ-Oriental project had brought and to compare practices. IOM and the Regional Council of the Oriental prepared them together, with the ministry in charge of migration as their partner. Academics, civil society, experts from the country and abroad, local and regional actors, the project’s partners and ambassadors took part.',
  ),
  aims: text(
    [
      'D’abord, faire connaître ce qu’INDIMAJ-Oriental a produit et ce qui peut suivre.',
      'Revenir sur les réussites de l’Oriental, où la migration est prise en charge localement.',
      'Diffuser les trois recommandations de l’étude INDIMAJ.',
      'Comparer des expériences et des manières éprouvées de gouverner la migration.',
      'Rapprocher le niveau central et les régions, et faire avancer la coopération Sud-Sud.',
    ].join('\n\n'),
    [
      'أولاً، التعريف بما أثمره مشروع «اندماج-الشرق» وبما يمكن أن يليه.',
      'الوقوف على نجاحات جهة الشرق، حيث تُدبَّر الهجرة محلياً.',
      'نشر التوصيات الثلاث لدراسة «اندماج».',
      'المقارنة بين تجارب وطرق مجرَّبة في حكامة الهجرة.',
      'التقريب بين المستوى المركزي والجهات، والدفع بالتعاون جنوب-جنوب.',
    ].join('\n\n'),
    [
      'First of all, to make known what INDIMAJ-Oriental has produced and what may follow.',
      'To look at where the Oriental, which deals with migration locally, has succeeded.',
      'To pass on the three recommendations of the INDIMAJ study.',
      'To compare experience and tried ways of governing migration.',
      'To bring the central level and the regions closer together, and to advance South–South cooperation.',
    ].join('\n\n'),
  ),
  outcome: text(
    'Au terme des débats, les participantes et les participants ont redit leur envie de continuer ensemble : se parler davantage, mieux se coordonner et donner naissance à un réseau des régions. La note publique ne donne ni échéance ni institution responsable : c’est une volonté qui est enregistrée ici, non un engagement.',
    'في ختام النقاش، جدّدت المشاركات والمشاركون رغبتهم في مواصلة العمل معاً: مزيد من التحاور، وتنسيق أفضل، وإحداث شبكة تجمع الجهات. ولا تحدد المذكرة المنشورة أجلاً ولا مؤسسة مسؤولة؛ لذلك فالمسجل هنا إرادة وليس التزاماً.',
    'At the end of the debates the participants said again that they wish to carry on together: to talk more, to coordinate better, and to bring a network of regions into being. The public note gives neither a due date nor a responsible institution: what is recorded here is a will, not a commitment.',
  ),
  startsOn: '2018-04-10',
  endsOn: '2018-04-11',
  venue: text('Hôtel Farah', 'فندق فرح', 'Hotel Farah'),
  city: name('Rabat', 'الرباط'),
  territory: 'rabat-sale-kenitra',
  audiences: [
    'ambassadors',
    'strategic-partners',
    'regional-actors',
    'local-actors',
    'civil-society',
    'academia',
    'national-experts',
    'international-experts',
  ],
  programme,
  conclusions,
  links: {
    organiser: ['iom-morocco'],
    'co-organiser': ['regional-council-oriental'],
    partner: ['ministry-moroccans-abroad-migration'],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-oriental'],
    concerns: ['oriental', 'morocco'],
    serves: ['migration-governance-development', 'sdg-10', 'sdg-17'],
    cites: ['iom-rabat-2018'],
  },
};
