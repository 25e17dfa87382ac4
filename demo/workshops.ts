import { text } from './text.ts';
import type { WorkshopEntry } from './workshops/model.ts';
import { rabat2018 } from './workshops/rabat-2018.ts';

/** The series that gathers the meetings; its name and its bounds are ours. */
export const series = {
  slug: 'meetings-of-the-regions',
  name: text(
    'Migration et développement : les rencontres des régions',
    'الهجرة والتنمية: لقاءات الجهات',
    'Migration and Development: Meetings of the Regions',
  ),
  summary: text(
    'Les rencontres publiques, tenues depuis 2017, où des régions du Maroc et leurs partenaires ont parlé de migration et de développement. Les sources ne leur donnent pas de nom commun : celui-ci est le nôtre.',
    'اللقاءات العمومية المنعقدة منذ سنة 2017، التي تناولت فيها جهات من المغرب وشركاؤها موضوع الهجرة والتنمية. لا تعطيها المصادر اسماً جامعاً؛ وهذا الاسم من وضعنا.',
    'The public meetings, held since 2017, in which regions of Morocco and their partners spoke of migration and development. The sources give them no common name: this one is ours.',
  ),
};

/** The editions of the series, in the order in which they were held. */
export const workshops: Record<string, WorkshopEntry> = {
  'rabat-2018': rabat2018,
};
