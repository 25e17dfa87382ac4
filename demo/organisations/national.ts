import { name, text } from '../text.ts';
import type { OrganisationEntry } from './model.ts';

/** Ministries and public institutions of the country. */
export const national: Record<string, OrganisationEntry> = {
  'ministry-moroccans-abroad-migration': {
    type: 'ministry',
    level: 'national',
    territory: 'morocco',
    name: text(
      'Ministère délégué auprès du ministre des Affaires étrangères et de la Coopération internationale, chargé des Marocains résidant à l’étranger et des Affaires de la migration',
      'الوزارة المنتدبة لدى وزير الشؤون الخارجية والتعاون الدولي المكلفة بالمغاربة المقيمين بالخارج وشؤون الهجرة',
      'Ministry Delegate to the Minister of Foreign Affairs and International Cooperation, in charge of Moroccans Living Abroad and Migration Affairs',
    ),
    acronym: name('MDCMREAM', 'MDCMREAM'),
    summary: text(
      'Le département chargé des affaires de la migration au moment de l’atelier de Rabat, dont il était partenaire. La note sur l’atelier final de janvier 2020 lui donne un autre intitulé, sans les affaires de la migration.',
      'القطاع المكلف بشؤون الهجرة عند انعقاد ورشة الرباط، وكان شريكاً فيها. وتورده المذكرة المتعلقة بالورشة الختامية لشهر يناير 2020 بتسمية أخرى لا تذكر شؤون الهجرة.',
      'The department in charge of migration affairs at the time of the Rabat workshop, of which it was a partner. The note on the final workshop of January 2020 gives it another title, without migration affairs.',
    ),
    links: { cites: ['iom-rabat-2018', 'iom-final-2020'] },
  },
  'directorate-local-authorities': {
    type: 'ministry',
    level: 'national',
    territory: 'morocco',
    name: text(
      'Direction générale des collectivités locales',
      'المديرية العامة للجماعات المحلية',
      'General Directorate of Local Authorities',
    ),
    acronym: name('DGCL', 'DGCL'),
    summary: text(
      'La direction du ministère de l’Intérieur sous la tutelle de laquelle CoMun a travaillé au Maroc à partir de 2010.',
      'مديرية تابعة لوزارة الداخلية، اشتغل برنامج «كومون» بالمغرب تحت وصايتها ابتداء من سنة 2010.',
      'The directorate of the Ministry of the Interior under which CoMun worked in Morocco from 2010.',
    ),
    links: { cites: ['comun'] },
  },
  hcp: {
    type: 'other',
    level: 'national',
    territory: 'morocco',
    name: text('Haut-Commissariat au Plan', 'المندوبية السامية للتخطيط', 'High Commission for Planning'),
    acronym: name('HCP', 'HCP'),
    summary: text(
      'L’institution qui conduit le recensement général de la population et de l’habitat. Elle a pris part à l’atelier des producteurs de données de mars 2022.',
      'المؤسسة التي تشرف على الإحصاء العام للسكان والسكنى. شاركت في ورشة منتجي المعطيات في مارس 2022.',
      'The institution that carries out the general census of population and housing. It took part in the workshop of data producers of March 2022.',
    ),
    links: { cites: ['rgph-2024', 'iom-data-2022'] },
  },
  'national-migration-observatory': {
    type: 'other',
    level: 'national',
    territory: 'morocco',
    name: text(
      'Observatoire national des migrations',
      'المرصد الوطني للهجرة',
      'National Observatory of Migration',
    ),
    acronym: name('ONM', 'ONM'),
    summary: text(
      'Un producteur national de données sur les migrations, présent à l’atelier de mars 2022.',
      'منتج وطني للمعطيات المتعلقة بالهجرة، حضر ورشة مارس 2022.',
      'A national producer of migration data, present at the workshop of March 2022.',
    ),
    links: { cites: ['iom-data-2022'] },
  },
};
