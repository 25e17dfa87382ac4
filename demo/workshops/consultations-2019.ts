import { text } from '../text.ts';
import type { ItemEntry, WorkshopEntry } from './model.ts';

const alami = {
  part: 'speaker',
  person: 'saad-alami',
  organisation: 'ministry-moroccans-abroad-migration',
  role: text(
    'Représentant du ministère délégué',
    'ممثل الوزارة المنتدبة',
    'Representative of the Ministry Delegate',
  ),
} as const;

const openingTitle = text('Mots d’ouverture', 'كلمات الافتتاح', 'Opening words');

const openingTangier: ItemEntry = {
  anchor: 'opening',
  kind: 'opening',
  title: openingTitle,
  contributions: [
    {
      part: 'speaker',
      organisation: 'regional-council-tanger-tetouan-al-hoceima',
      role: text(
        'Vice-présidente du Conseil régional',
        'نائبة رئيس مجلس الجهة',
        'Vice-President of the Regional Council',
      ),
    },
    alami,
    {
      part: 'speaker',
      organisation: 'embassy-netherlands',
      role: text('Représentant de l’Ambassade', 'ممثل السفارة', 'Representative of the Embassy'),
    },
    {
      part: 'speaker',
      organisation: 'iom-morocco',
      role: text('Adjointe de la cheffe de mission', 'نائبة رئيسة البعثة', 'Deputy Chief of Mission'),
    },
  ],
};

const openingOujda: ItemEntry = {
  anchor: 'opening',
  kind: 'opening',
  title: openingTitle,
  contributions: [
    {
      part: 'speaker',
      organisation: 'regional-council-oriental',
      role: text(
        'Vice-président du Conseil régional',
        'نائب رئيس مجلس الجهة',
        'Vice-President of the Regional Council',
      ),
    },
    alami,
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
  ],
};

const aims = text(
  'Décliner la Stratégie nationale d’immigration et d’asile (SNIA) à l’échelle de la région, avec celles et ceux qui y agissent.',
  'تنزيل الاستراتيجية الوطنية للهجرة واللجوء على مستوى الجهة، مع الفاعلات والفاعلين فيها.',
  'To bring the National Strategy on Immigration and Asylum (SNIA) to the level of the region, together with those who act there.',
);

/** The consultations of INDIMAJ II, one in each of three regions. */
export const tangier2019: WorkshopEntry = {
  form: 'concertation',
  status: 'published',
  title: text(
    'Concertation régionale sur la stratégie nationale : Tanger-Tétouan-Al Hoceima',
    'لقاء تشاوري جهوي حول الاستراتيجية الوطنية: طنجة-تطوان-الحسيمة',
    'Regional Consultation on the National Strategy: Tangier-Tetouan-Al Hoceima',
  ),
  summary: text(
    'Deux journées participatives à Tanger. Conseil de la région, wilaya, collectivités territoriales, conseils provinciaux, universitaires et associations ont examiné ce que la stratégie nationale demande à leur région.',
    'يومان تشاركيان بطنجة، نظر خلالهما مجلس الجهة والولاية والجماعات الترابية والمجالس الإقليمية وجامعيون وجمعيات في ما تتطلبه الاستراتيجية الوطنية من جهتهم.',
    'Two participatory days in Tangier. The regional council, the wilaya, local authorities, provincial councils, academics and associations examined what the national strategy asks of their region.',
  ),
  aims,
  startsOn: '2019-07-25',
  endsOn: '2019-07-26',
  city: text('Tanger', 'طنجة', 'Tangier'),
  territory: 'tanger-tetouan-al-hoceima',
  attendance: { total: 45, minimum: true },
  audiences: ['regional-actors', 'local-actors', 'civil-society', 'academia'],
  programme: [openingTangier],
  links: {
    organiser: ['iom-morocco'],
    'co-organiser': ['regional-council-tanger-tetouan-al-hoceima'],
    participant: ['wilaya-tanger-tetouan-al-hoceima'],
    partner: ['ministry-moroccans-abroad-migration'],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-ii'],
    concerns: ['tanger-tetouan-al-hoceima'],
    serves: ['migration-governance-development', 'sdg-10'],
    cites: ['iom-tangier-2019'],
  },
};

export const oujda2019: WorkshopEntry = {
  form: 'concertation',
  status: 'published',
  title: text(
    'Concertation régionale sur la stratégie nationale : l’Oriental',
    'لقاء تشاوري جهوي حول الاستراتيجية الوطنية: الشرق',
    'Regional Consultation on the National Strategy: the Oriental',
  ),
  summary: text(
    'Deux journées au siège du Conseil régional, à Oujda, avec les services déconcentrés, les conseils provinciaux et communaux, des universitaires et des associations de la région.',
    'يومان بمقر مجلس الجهة بوجدة، بمشاركة المصالح اللاممركزة والمجالس الإقليمية والجماعية وجامعيين وجمعيات من الجهة.',
    'Two days at the seat of the Regional Council in Oujda, with deconcentrated services, provincial and municipal councils, academics and associations of the region.',
  ),
  aims,
  startsOn: '2019-09-11',
  endsOn: '2019-09-12',
  venue: text(
    'Siège du Conseil régional de l’Oriental',
    'مقر مجلس جهة الشرق',
    'Seat of the Regional Council of the Oriental',
  ),
  city: text('Oujda', 'وجدة', 'Oujda'),
  territory: 'oriental',
  attendance: { total: 75, minimum: true, women: 33, men: 42 },
  audiences: ['regional-actors', 'local-actors', 'civil-society', 'academia'],
  programme: [openingOujda],
  links: {
    organiser: ['iom-morocco'],
    'co-organiser': ['regional-council-oriental'],
    partner: ['ministry-moroccans-abroad-migration'],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-ii'],
    concerns: ['oriental'],
    serves: ['migration-governance-development', 'sdg-10'],
    cites: ['iom-oujda-2019'],
  },
};

/** The source names two days of the week, no date. */
export const agadir2019: WorkshopEntry = {
  form: 'concertation',
  status: 'published',
  title: text(
    'Concertation régionale sur la stratégie nationale : Souss-Massa',
    'لقاء تشاوري جهوي حول الاستراتيجية الوطنية: سوس-ماسة',
    'Regional Consultation on the National Strategy: Souss-Massa',
  ),
  summary: text(
    'Deux journées organisées à Agadir par le Conseil régional de Souss-Massa, avec le ministère délégué, l’OIM et l’Ambassade des Pays-Bas. Elles ont réuni des acteurs de la région et du pays ; la date exacte n’est pas connue.',
    'يومان نظمهما مجلس جهة سوس-ماسة بأكادير مع الوزارة المنتدبة والمنظمة الدولية للهجرة وسفارة هولندا، وجمعا فاعلين من الجهة ومن المستوى الوطني. ولا يُعرف التاريخ بالتحديد.',
    'Two days organised in Agadir by the Regional Council of Souss-Massa, with the Ministry Delegate, IOM and the Embassy of the Netherlands. They gathered actors of the region and of the country; the exact date is not known.',
  ),
  aims: text(
    'Affermir le rôle du Conseil régional pour que les politiques sectorielles convergent en matière de migration : un plan d’action régional pour la protection et l’intégration des migrants, et un dispositif régional de gouvernance.',
    'تقوية دور مجلس الجهة حتى تلتقي السياسات القطاعية في مجال الهجرة: خطة عمل جهوية لحماية المهاجرين وإدماجهم، وآلية جهوية للحكامة.',
    'To strengthen the Regional Council’s role so that sectoral policies converge on migration: a regional plan of action for the protection and integration of migrants, and a regional governance arrangement.',
  ),
  startsOn: '2019',
  endsOn: '2019',
  city: text('Agadir', 'أكادير', 'Agadir'),
  territory: 'souss-massa',
  audiences: ['regional-actors'],
  links: {
    organiser: ['regional-council-souss-massa'],
    partner: ['ministry-moroccans-abroad-migration', 'iom-morocco', 'embassy-netherlands'],
    'part-of': ['indimaj-ii'],
    concerns: ['souss-massa'],
    serves: ['migration-governance-development', 'protection-resilience', 'sdg-10'],
    cites: ['aujourdhui-2019'],
  },
};
