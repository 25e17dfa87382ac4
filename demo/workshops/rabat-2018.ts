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
    'Deux journées d’échange de bonnes pratiques et de restitution autour du projet INDIMAJ-Oriental. L’OIM et le Conseil régional de l’Oriental y ont réuni, en partenariat avec le ministère délégué chargé des affaires de la migration, des ambassadeurs, les partenaires du projet, des acteurs régionaux et locaux, la société civile, le monde académique et des experts.',
    'يومان لتبادل الممارسات الفضلى وتقاسم حصيلة مشروع «اندماج-الشرق». جمعت خلالهما المنظمة الدولية للهجرة ومجلس جهة الشرق، بشراكة مع الوزارة المنتدبة المكلفة بشؤون الهجرة، سفراء وشركاء المشروع وفاعلين جهويين ومحليين وممثلين عن المجتمع المدني والوسط الأكاديمي وخبراء.',
    'Two days to exchange good practices and to share what the INDIMAJ-Oriental project had brought. IOM and the Regional Council of the Oriental, in partnership with the ministry in charge of migration affairs, gathered ambassadors, the project’s partners, regional and local actors, civil society, academia and experts.',
  ),
  aims: text(
    [
      'D’abord, présenter les résultats du projet INDIMAJ-Oriental et les perspectives qu’il ouvre.',
      'Échanger sur ce que la région de l’Oriental a réussi en matière de gestion locale de la migration.',
      'Partager les trois recommandations de l’étude INDIMAJ.',
      'Mettre en commun des expériences et des bonnes pratiques de gouvernance de la migration.',
      'Resserrer le lien entre l’échelon central et l’échelon régional, et la coopération Sud-Sud.',
    ].join('\n\n'),
    [
      'أولاً، تقديم نتائج مشروع «اندماج-الشرق» والآفاق التي يفتحها.',
      'التبادل حول ما حققته جهة الشرق في مجال التدبير المحلي للهجرة.',
      'تقاسم التوصيات الثلاث لدراسة «اندماج».',
      'تبادل التجارب والممارسات الفضلى في مجال حكامة الهجرة.',
      'تقوية الصلة بين المستوى المركزي والمستوى الجهوي، والتعاون جنوب-جنوب.',
    ].join('\n\n'),
    [
      'First of all, to present the results of the INDIMAJ-Oriental project and the prospects it opens.',
      'To discuss what the Oriental region has achieved in managing migration locally.',
      'To share the three recommendations of the INDIMAJ study.',
      'To pool experience and good practices in the governance of migration.',
      'To bring the central and the regional level closer together, and to strengthen South–South cooperation.',
    ].join('\n\n'),
  ),
  outcome: text(
    'Les participantes et les participants ont confirmé vouloir travailler entre régions : davantage de dialogue, davantage de coordination et la création d’un réseau interrégional. La note publique ne donne ni échéance ni institution responsable : c’est une volonté qui est enregistrée ici, non un engagement.',
    'أكدت المشاركات والمشاركون إرادة العمل بين الجهات: مزيد من الحوار، ومزيد من التنسيق، وإحداث شبكة تربط بين الجهات. ولا تحدد المذكرة المنشورة أجلاً ولا مؤسسة مسؤولة؛ لذلك فالمسجل هنا إرادة وليس التزاماً.',
    'Participants confirmed that they want to work between regions: more dialogue, more coordination, and an inter-regional network to be created. The public note gives neither a due date nor a responsible institution: what is recorded here is a will, not a commitment.',
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
