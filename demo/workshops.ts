import { text } from './text.ts';
import { agadir2019, oujda2019, tangier2019 } from './workshops/consultations-2019.ts';
import type { WorkshopEntry } from './workshops/model.ts';
import { oujdaDecember2017, oujdaMay2017 } from './workshops/oujda-2017.ts';
import { rabat2018 } from './workshops/rabat-2018.ts';
import { dataProducers2022, final2020, tangier2024 } from './workshops/since-2020.ts';

/** The series that gathers the meetings; its name and its bounds are ours. */
export const series = {
  slug: 'meetings-of-the-regions',
  name: text(
    'Migration et développement : les rencontres des régions',
    'الهجرة والتنمية: لقاءات الجهات',
    'Migration and Development: Meetings of the Regions',
  ),
  summary: text(
    'Des rencontres tenues depuis 2017 et connues par des sources publiques, où des régions du Maroc et leurs partenaires ont parlé de migration et de développement. Les sources ne leur donnent pas de nom commun : celui-ci est le nôtre.',
    'لقاءات انعقدت منذ سنة 2017 وتعرّف بها مصادر منشورة، تناولت فيها جهات من المغرب وشركاؤها موضوع الهجرة والتنمية. لا تعطيها المصادر اسماً جامعاً؛ وهذا الاسم من وضعنا.',
    'Meetings held since 2017 and known from public sources, in which regions of Morocco and their partners spoke of migration and development. The sources give them no common name: this one is ours.',
  ),
};

/** The editions of the series, in the order in which they were held; Agadir's place within 2019 is not known. */
export const workshops: Record<string, WorkshopEntry> = {
  'oujda-seminar-2017': oujdaMay2017,
  'oujda-data-2017': oujdaDecember2017,
  'rabat-2018': rabat2018,
  'tangier-2019': tangier2019,
  'oujda-2019': oujda2019,
  'agadir-2019': agadir2019,
  'indimaj-ii-final-2020': final2020,
  'data-producers-2022': dataProducers2022,
  'tangier-2024': tangier2024,
};
