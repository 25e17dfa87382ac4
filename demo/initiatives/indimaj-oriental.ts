import { text } from '../text.ts';
import type { InitiativeEntry } from './model.ts';

/** The initiative that the Rabat workshop presented. */
export const indimajOriental: InitiativeEntry = {
  name: text(
    'INDIMAJ-Oriental : Initiative pour un développement inclusif à l’attention des migrant-e-s dans la région de l’Oriental',
    'اندماج-الشرق: مبادرة من أجل تنمية دامجة لفائدة المهاجرات والمهاجرين بجهة الشرق',
    'INDIMAJ-Oriental: Initiative for Inclusive Development for Migrants in the Oriental Region',
  ),
  acronym: text('INDIMAJ-Oriental', 'اندماج-الشرق', 'INDIMAJ-Oriental'),
  summary: text(
    'Un projet que l’OIM a conduit avec l’Oriental, sur un financement de l’Ambassade des Pays-Bas, pour que la migration entre dans les politiques et la planification de la région.',
    'مشروع للمنظمة الدولية للهجرة مع جهة الشرق، بتمويل من سفارة هولندا، من أجل إدراج الهجرة في سياسات الجهة وفي تخطيطها.',
    'A project of IOM with the Oriental region, funded by the Embassy of the Netherlands, so that migration enters the region’s policies and planning.',
  ),
  aims: text(
    'Outiller la région, son conseil élu comme ses partenaires sur place, pour une planification stratégique où la migration a sa place et se retrouve dans l’action publique.',
    'تمكين الجهة، بمجلسها المنتخب وشركائه المحليين، من تخطيط استراتيجي تحتل فيه الهجرة مكانها وتنعكس في العمل العمومي.',
    'To equip the region, its elected council and that council’s local partners, for strategic planning in which migration has its place and shows in public action.',
  ),
  outcomes: [
    {
      kind: 'result',
      text: text(
        'L’étude INDIMAJ et ses trois recommandations, partagées à Rabat en avril 2018.',
        'دراسة «اندماج» وتوصياتها الثلاث التي جرى تقاسمها بالرباط في أبريل 2018.',
        'The INDIMAJ study and its three recommendations, shared in Rabat in April 2018.',
      ),
      links: { cites: ['iom-rabat-2018'] },
    },
    {
      kind: 'result',
      text: text(
        'Un séminaire international sur l’immigration et le développement, annoncé à Oujda du 16 au 18 mai 2017.',
        'ندوة دولية حول الهجرة والتنمية، أُعلن عن عقدها بوجدة من 16 إلى 18 ماي 2017.',
        'An international seminar on immigration and development, announced in Oujda for 16–18 May 2017.',
      ),
      links: { cites: ['matin-2017'] },
    },
    {
      kind: 'result',
      text: text(
        'Plus de quarante personnes de l’équipe régionale multi-acteurs « Migration et Développement » ont travaillé en décembre 2017, à Oujda, sur la collecte et la gestion des données migratoires.',
        'اشتغل أكثر من أربعين شخصاً من الفريق الجهوي متعدد الفاعلين «الهجرة والتنمية» بوجدة في دجنبر 2017 على جمع معطيات الهجرة وتدبيرها.',
        'More than forty people of the regional multi-actor team “Migration and Development” worked in Oujda in December 2017 on collecting and managing migration data.',
      ),
      links: { cites: ['iom-data-2017'] },
    },
    {
      kind: 'result',
      text: text(
        'Les réalisations de l’Oriental dans la gestion locale de la migration ont été exposées et discutées devant d’autres acteurs du pays et de l’étranger.',
        'عُرضت منجزات جهة الشرق في التدبير المحلي للهجرة ونوقشت أمام فاعلين آخرين من داخل البلاد وخارجها.',
        'What the Oriental has achieved in managing migration locally was presented to, and discussed with, other actors from the country and from abroad.',
      ),
      links: { cites: ['iom-rabat-2018'] },
    },
    {
      kind: 'prospect',
      text: text(
        'Un réseau entre régions, que les participantes et participants de Rabat ont dit vouloir créer.',
        'شبكة بين الجهات عبّرت المشاركات والمشاركون بالرباط عن إرادتهم في إحداثها.',
        'A network between regions, which the participants in Rabat said they wanted to create.',
      ),
      links: { cites: ['iom-rabat-2018'] },
    },
    {
      kind: 'prospect',
      text: text(
        'Une suite dans trois régions : INDIMAJ II, avec des concertations à Tanger, à Oujda et à Agadir en 2019.',
        'امتداد في ثلاث جهات: مشروع «اندماج 2»، بلقاءات تشاورية في طنجة ووجدة وأكادير سنة 2019.',
        'A continuation in three regions: INDIMAJ II, with consultations in Tangier, Oujda and Agadir in 2019.',
      ),
      links: { cites: ['iom-tangier-2019', 'iom-oujda-2019', 'aujourdhui-2019'] },
    },
  ],
  links: {
    implementer: ['iom-morocco'],
    funder: ['embassy-netherlands'],
    partner: ['regional-council-oriental', 'ministry-moroccans-abroad-migration'],
    concerns: ['oriental'],
    serves: ['migration-governance-development', 'equality-diversity-inclusion', 'sdg-10'],
    cites: ['iom-rabat-2018', 'matin-2017'],
  },
};
