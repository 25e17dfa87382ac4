import { text } from '../text.ts';
import type { WorkshopEntry } from './model.ts';

/** The final workshop of INDIMAJ II; its place is not known. */
export const final2020: WorkshopEntry = {
  form: 'closing',
  status: 'published',
  title: text(
    'Les Régions marocaines, actrices de la politique migratoire et du développement : atelier final d’INDIMAJ II',
    'الجهات المغربية، فاعلة في سياسة الهجرة وفي التنمية: الورشة الختامية لمشروع «اندماج 2»',
    'Moroccan Regions, Actors in Migration Policy and Development: Final Workshop of INDIMAJ II',
  ),
  summary: text(
    'Sous le titre de l’atelier d’avril 2018, une journée pour échanger et diffuser les bonnes pratiques, organisée par l’OIM avec le ministère et les conseils de trois régions.',
    'تحت عنوان ورشة أبريل 2018، يوم لتبادل الممارسات الفضلى ونشرها، نظمته المنظمة الدولية للهجرة مع الوزارة ومجالس ثلاث جهات.',
    'Under the title of the workshop of April 2018, a day to exchange and disseminate good practices, organised by IOM with the ministry and the councils of three regions.',
  ),
  startsOn: '2020-01-28',
  endsOn: '2020-01-28',
  links: {
    organiser: ['iom-morocco'],
    'co-organiser': [
      'ministry-moroccans-abroad-migration',
      'regional-council-tanger-tetouan-al-hoceima',
      'regional-council-souss-massa',
      'regional-council-oriental',
    ],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-ii'],
    concerns: ['tanger-tetouan-al-hoceima', 'souss-massa', 'oriental'],
    serves: ['migration-governance-development', 'sdg-10', 'sdg-17'],
    cites: ['iom-final-2020'],
  },
};

/** The workshop of data producers; its place is not known. */
export const dataProducers2022: WorkshopEntry = {
  form: 'workshop',
  status: 'published',
  title: text(
    'Renforcer les pratiques en matière de données migratoires',
    'تعزيز الممارسات في مجال معطيات الهجرة',
    'Strengthening Practices in Migration Data',
  ),
  summary: text(
    'Une journée entre celles et ceux qui produisent les données sur les migrations au Maroc : l’Observatoire national des migrations, le HCP, l’Observatoire africain des migrations et plusieurs départements.',
    'يوم بين منتجي معطيات الهجرة بالمغرب: المرصد الوطني للهجرة والمندوبية السامية للتخطيط والمرصد الإفريقي للهجرة وقطاعات حكومية عدة.',
    'A day among those who produce migration data in Morocco: the National Observatory of Migration, the HCP, the African Migration Observatory and several government departments.',
  ),
  aims: text(
    'Parler des difficultés, des réussites et des bonnes pratiques dans la collecte, la gestion et la diffusion des données, et des capacités à renforcer.',
    'مناقشة الصعوبات والنجاحات والممارسات الفضلى في جمع المعطيات وتدبيرها ونشرها، والقدرات التي ينبغي تعزيزها.',
    'To discuss difficulties, successes and good practices in collecting, managing and disseminating data, and the capacities to strengthen.',
  ),
  startsOn: '2022-03-28',
  endsOn: '2022-03-28',
  links: {
    organiser: ['iom-morocco'],
    participant: ['national-migration-observatory', 'hcp', 'african-migration-observatory'],
    concerns: ['morocco'],
    serves: ['migration-governance-development', 'sdg-17'],
    cites: ['iom-data-2022'],
  },
};

/** The closing of the project on territorial delivery. */
export const tangier2024: WorkshopEntry = {
  form: 'closing',
  status: 'published',
  title: text(
    'Clôture du projet de territorialisation de la stratégie nationale',
    'اختتام مشروع التنزيل الترابي للاستراتيجية الوطنية',
    'Closing of the Project on Territorial Delivery of the National Strategy',
  ),
  summary: text(
    'Deux journées à Tanger, organisées par l’OIM avec le gouvernement, pour clore deux années d’actions dans l’Oriental et à Tanger-Tétouan-Al Hoceima, financées par la coopération catalane.',
    'يومان بطنجة نظمتهما المنظمة الدولية للهجرة بتعاون مع الحكومة، لاختتام سنتين من العمل في جهتي الشرق وطنجة-تطوان-الحسيمة بتمويل من التعاون الكتالوني.',
    'Two days in Tangier, organised by IOM with the government, to close two years of action in the Oriental and in Tangier-Tetouan-Al Hoceima, funded by Catalan cooperation.',
  ),
  startsOn: '2024-08-01',
  endsOn: '2024-08-02',
  city: text('Tanger', 'طنجة', 'Tangier'),
  territory: 'tanger-tetouan-al-hoceima',
  links: {
    organiser: ['iom-morocco'],
    funder: ['accd'],
    'part-of': ['snia-territorial-delivery'],
    concerns: ['oriental', 'tanger-tetouan-al-hoceima'],
    serves: ['migration-governance-development', 'protection-resilience', 'sdg-10'],
    cites: ['iom-closing-2024'],
  },
};
