import { text } from '../text.ts';
import type { OrganisationEntry } from './model.ts';

/** Councils, wilaya and university of the regions that took part. */
export const regional: Record<string, OrganisationEntry> = {
  'regional-council-oriental': {
    type: 'regional-council',
    level: 'regional',
    territory: 'oriental',
    name: text('Conseil régional de l’Oriental', 'مجلس جهة الشرق', 'Regional Council of the Oriental'),
    summary: text(
      'Le conseil élu de la région de l’Oriental, qui siège à Oujda. Avec ses équipes, l’OIM a conduit le projet INDIMAJ-Oriental et préparé l’atelier de Rabat d’avril 2018.',
      'المجلس المنتخب لجهة الشرق، ومقره بوجدة. عملت المنظمة الدولية للهجرة مع فرقه في مشروع «اندماج-الشرق» وفي إعداد ورشة الرباط في أبريل 2018.',
      'The elected council of the Oriental region, seated in Oujda. IOM worked with its teams on the INDIMAJ-Oriental project and on the Rabat workshop of April 2018.',
    ),
    links: { cites: ['iom-rabat-2018', 'iom-oujda-2019', 'law-111-14', 'decree-2-16-299'] },
  },
  'regional-council-tanger-tetouan-al-hoceima': {
    type: 'regional-council',
    level: 'regional',
    territory: 'tanger-tetouan-al-hoceima',
    name: text(
      'Conseil régional de Tanger-Tétouan-Al Hoceima',
      'مجلس جهة طنجة-تطوان-الحسيمة',
      'Regional Council of Tangier-Tetouan-Al Hoceima',
    ),
    summary: text(
      'Le conseil élu de la région. Il a coorganisé la concertation de juillet 2019 et l’atelier final d’INDIMAJ II.',
      'المجلس المنتخب للجهة. شارك في تنظيم اللقاء التشاوري لشهر يوليوز 2019 وفي تنظيم الورشة الختامية لمشروع «اندماج 2».',
      'The elected council of the region. It took part in organising the consultation of July 2019 and the final workshop of INDIMAJ II.',
    ),
    links: { cites: ['iom-tangier-2019', 'iom-final-2020', 'law-111-14'] },
  },
  'regional-council-souss-massa': {
    type: 'regional-council',
    level: 'regional',
    territory: 'souss-massa',
    name: text('Conseil régional de Souss-Massa', 'مجلس جهة سوس-ماسة', 'Regional Council of Souss-Massa'),
    summary: text(
      'Le conseil élu de la région. Il a organisé en 2019 l’atelier régional d’INDIMAJ II et a inscrit la mobilité humaine dans son programme de développement régional 2022-2027.',
      'المجلس المنتخب للجهة. نظم سنة 2019 الورشة الجهوية لمشروع «اندماج 2»، وأدرج التنقل البشري في برنامج التنمية الجهوية 2022-2027.',
      'The elected council of the region. In 2019 it organised the regional workshop of INDIMAJ II, and it wrote human mobility into its regional development programme for 2022–2027.',
    ),
    links: { cites: ['aujourdhui-2019', 'depomi-enabel', 'law-111-14'] },
  },
  'regional-council-beni-mellal-khenifra': {
    type: 'regional-council',
    level: 'regional',
    territory: 'beni-mellal-khenifra',
    name: text(
      'Conseil régional de Béni Mellal-Khénifra',
      'مجلس جهة بني ملال-خنيفرة',
      'Regional Council of Beni Mellal-Khenifra',
    ),
    summary: text(
      'Le conseil élu de la région, partenaire institutionnel du projet DEPOMI.',
      'المجلس المنتخب للجهة، وهو شريك مؤسساتي في مشروع «ديبومي».',
      'The elected council of the region, an institutional partner of the DEPOMI project.',
    ),
    links: { cites: ['depomi-launch', 'law-111-14'] },
  },
  'wilaya-tanger-tetouan-al-hoceima': {
    type: 'deconcentrated-service',
    level: 'regional',
    territory: 'tanger-tetouan-al-hoceima',
    name: text(
      'Wilaya de la région Tanger-Tétouan-Al Hoceima',
      'ولاية جهة طنجة-تطوان-الحسيمة',
      'Wilaya of the Tangier-Tetouan-Al Hoceima Region',
    ),
    summary: text(
      'La représentation de l’État dans la région. Elle a pris part à la concertation de juillet 2019 à Tanger.',
      'تمثيلية الدولة على مستوى الجهة. شاركت في اللقاء التشاوري المنعقد بطنجة في يوليوز 2019.',
      'The State’s representation in the region. It took part in the consultation of July 2019 in Tangier.',
    ),
    links: { cites: ['iom-tangier-2019'] },
  },
  'university-mohammed-premier': {
    type: 'university',
    level: 'regional',
    territory: 'oriental',
    name: text(
      'Université Mohammed Premier d’Oujda',
      'جامعة محمد الأول بوجدة',
      'Mohammed First University of Oujda',
    ),
    acronym: text('UMP', 'UMP', 'UMP'),
    summary: text(
      'L’université publique d’Oujda. L’un de ses professeurs a facilité, à Rabat, la session sur le rôle du monde académique.',
      'الجامعة العمومية بوجدة. يسّر أحد أساتذتها بالرباط الجلسة الخاصة بدور الوسط الأكاديمي.',
      'The public university of Oujda. One of its professors facilitated the Rabat session on the role of academia.',
    ),
    links: { cites: ['iom-rabat-2018'] },
  },
};
