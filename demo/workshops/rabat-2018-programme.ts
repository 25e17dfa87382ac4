import { text } from '../text.ts';
import type { ItemEntry } from './model.ts';

const day1 = '2018-04-10';
const ministryDelegate = text(
  'Représentant du ministère délégué chargé des Marocains résidant à l’étranger et des Affaires de la migration',
  'ممثل الوزارة المنتدبة المكلفة بالمغاربة المقيمين بالخارج وشؤون الهجرة',
  'Representative of the Ministry Delegate in charge of Moroccans Living Abroad and Migration Affairs',
);

/**
 * The programme in the order in which the public note tells it. No hour is known; only the breakfast that opened
 * the event has a day.
 */
export const programme: ItemEntry[] = [
  {
    anchor: 'thematic-breakfast',
    kind: 'thematic-breakfast',
    day: day1,
    title: text('Petit-déjeuner thématique', 'فطور موضوعاتي', 'Thematic breakfast'),
    abstract: text(
      'Un petit-déjeuner interactif ouvre l’atelier. La note publique n’en précise pas le thème.',
      'تنطلق الورشة بفطور تفاعلي. ولا تحدد المذكرة المنشورة موضوعه.',
      'An interactive breakfast opens the workshop. The public note does not say what its theme was.',
    ),
  },
  {
    anchor: 'opening',
    kind: 'opening',
    title: text('Mots de bienvenue', 'كلمات الترحيب', 'Words of welcome'),
    abstract: text(
      'Deux voix ouvrent les travaux : celle de l’OIM au Maroc et celle du ministère chargé des affaires de la migration.',
      'كلمتان تفتتحان الأشغال: كلمة المنظمة الدولية للهجرة بالمغرب وكلمة الوزارة المكلفة بشؤون الهجرة.',
      'Two voices open the proceedings: IOM in Morocco, and the ministry in charge of migration affairs.',
    ),
    contributions: [
      {
        part: 'speaker',
        person: 'ana-fonseca',
        organisation: 'iom-morocco',
        role: text(
          'Cheffe de mission de l’OIM Maroc',
          'رئيسة بعثة المنظمة الدولية للهجرة بالمغرب',
          'Chief of Mission, IOM Morocco',
        ),
      },
      {
        part: 'speaker',
        person: 'ahmed-skim',
        organisation: 'ministry-moroccans-abroad-migration',
        role: text(
          'Directeur des affaires de la migration au ministère délégué chargé des Marocains résidant à l’étranger et des Affaires de la migration',
          'مدير شؤون الهجرة بالوزارة المنتدبة المكلفة بالمغاربة المقيمين بالخارج وشؤون الهجرة',
          'Director of Migration Affairs at the Ministry Delegate in charge of Moroccans Living Abroad and Migration Affairs',
        ),
      },
    ],
  },
  {
    anchor: 'results-and-good-practices',
    kind: 'presentation',
    title: text(
      'Résultats et bonnes pratiques d’INDIMAJ-Oriental',
      'نتائج مشروع «اندماج-الشرق» وممارساته الفضلى',
      'Results and good practices of INDIMAJ-Oriental',
    ),
    abstract: text(
      'L’OIM et le Conseil régional de l’Oriental présentent ensemble ce que le projet a donné et ce qui mérite d’être repris ailleurs.',
      'تعرض المنظمة الدولية للهجرة ومجلس جهة الشرق معاً حصيلة المشروع وما يستحق أن تأخذ به جهات أخرى.',
      'IOM and the Regional Council of the Oriental present together what the project has brought and what deserves to be taken up elsewhere.',
    ),
    contributions: [
      { part: 'presenter', organisation: 'iom-morocco' },
      {
        part: 'presenter',
        organisation: 'regional-council-oriental',
        role: text(
          'Représentants du Conseil régional',
          'ممثلو مجلس الجهة',
          'Representatives of the Regional Council',
        ),
      },
    ],
    links: { presents: ['indimaj-oriental'] },
  },
  {
    anchor: 'role-of-regions',
    kind: 'discussion',
    title: text(
      'Le rôle des régions en matière de migration et de développement',
      'دور الجهات في مجال الهجرة والتنمية',
      'The role of regions in migration and development',
    ),
    abstract: text(
      'La discussion suit la présentation et porte sur ce qui revient aux régions. Elle aboutit à des conclusions.',
      'يأتي النقاش بعد العرض ويتناول ما يعود إلى الجهات من أدوار. وقد أفضى إلى صياغة خلاصات.',
      'The discussion follows the presentation and asks what falls to the regions. It leads to conclusions.',
    ),
  },
  {
    anchor: 'session-1',
    kind: 'session',
    number: 1,
    title: text(
      'Gouvernance multi-niveaux et multi-acteurs',
      'حكامة متعددة المستويات والفاعلين',
      'Multi-level, multi-actor governance',
    ),
    abstract: text(
      'Session participative sur la manière de gouverner la migration entre échelons et entre acteurs.',
      'جلسة تشاركية حول كيفية تدبير الهجرة بين المستويات الترابية وبين مختلف الفاعلين.',
      'A participatory session on how migration is governed between levels and between actors.',
    ),
    contributions: [
      {
        part: 'moderator',
        person: 'saad-alami',
        organisation: 'ministry-moroccans-abroad-migration',
        role: ministryDelegate,
      },
      {
        part: 'moderator',
        person: 'david-martineau',
        organisation: 'iom',
        role: text(
          'Expert en gouvernance à l’OIM, Genève',
          'خبير في الحكامة بالمنظمة الدولية للهجرة، جنيف',
          'Governance expert at IOM, Geneva',
        ),
      },
    ],
    links: { serves: ['migration-governance-development', 'sdg-17'] },
  },
  {
    anchor: 'session-2',
    kind: 'session',
    number: 2,
    title: text(
      'Le rôle du monde académique dans la planification régionale de la migration',
      'دور الوسط الأكاديمي في التخطيط الجهوي للهجرة',
      'The role of academia in regional planning on migration',
    ),
    abstract: text(
      'Session participative sur ce que la recherche peut apporter à la planification des régions, facilitée par deux professeurs, d’Oujda et du Sénégal.',
      'جلسة تشاركية حول ما يمكن أن يقدمه البحث العلمي للتخطيط الجهوي، يسّرها أستاذان من وجدة ومن السنغال.',
      'A participatory session on what research can bring to regional planning, facilitated by two professors, from Oujda and from Senegal.',
    ),
    contributions: [
      {
        part: 'moderator',
        person: 'nourredine-alem',
        organisation: 'university-mohammed-premier',
        role: text(
          'Professeur à l’Université Mohammed Premier d’Oujda',
          'أستاذ بجامعة محمد الأول بوجدة',
          'Professor at Mohammed First University of Oujda',
        ),
      },
      {
        part: 'moderator',
        person: 'bara-mboup',
        role: text('Professeur, Sénégal', 'أستاذ، السنغال', 'Professor, Senegal'),
      },
    ],
    links: { serves: ['migration-governance-development'] },
  },
  {
    anchor: 'session-3',
    kind: 'session',
    number: 3,
    title: text(
      'Vers une collaboration entre les régions marocaines en matière de migration',
      'نحو تعاون بين الجهات المغربية في مجال الهجرة',
      'Towards collaboration between Moroccan regions on migration',
    ),
    abstract: text(
      'Session participative sur ce que les régions peuvent faire ensemble.',
      'جلسة تشاركية حول ما يمكن للجهات أن تنجزه معاً.',
      'A participatory session on what the regions can do together.',
    ),
    contributions: [
      {
        part: 'moderator',
        person: 'hind-aissaoui-bennani',
        organisation: 'iom-morocco',
        role: text(
          'Coordinatrice de projet à l’OIM Maroc',
          'منسقة مشروع بالمنظمة الدولية للهجرة بالمغرب',
          'Project coordinator at IOM Morocco',
        ),
      },
    ],
    links: { serves: ['migration-governance-development', 'sdg-17'] },
  },
  {
    anchor: 'conclusions',
    kind: 'conclusions',
    title: text('Conclusions', 'الخلاصات', 'Conclusions'),
    abstract: text(
      'Les échanges se terminent par une volonté commune de travailler entre régions. La note publique rapporte cette volonté ; elle ne reproduit pas le texte des conclusions.',
      'تنتهي المناقشات بإرادة مشتركة للعمل بين الجهات. تنقل المذكرة المنشورة هذه الإرادة دون أن تورد نص الخلاصات.',
      'The exchanges end with a shared will to work between regions. The public note reports that will; it does not reproduce the text of the conclusions.',
    ),
  },
];
