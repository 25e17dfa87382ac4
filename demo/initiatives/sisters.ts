import { text } from '../text.ts';
import type { InitiativeEntry } from './model.ts';

/** Programmes of others that work on migration with the same regions. Budgets are in euro cents. */
export const sisterProgrammes: Record<string, InitiativeEntry> = {
  prim: {
    name: text(
      'Programme régional des initiatives de la migration',
      'البرنامج الجهوي لمبادرات الهجرة',
      'Regional Programme of Migration Initiatives',
    ),
    acronym: text('PRIM', 'بريم', 'PRIM'),
    startsOn: '2020',
    budget: { minor: 900_000_000, currency: 'EUR' },
    summary: text(
      'Un programme financé par l’AFD à hauteur de 9 millions d’euros et mis en œuvre par Expertise France dans deux régions pilotes, Souss-Massa et l’Oriental. Il était annoncé pour 2020-2024.',
      'برنامج بتمويل من الوكالة الفرنسية للتنمية قدره 9 ملايين أورو، تنفذه إكسبرتيز فرانس في جهتين نموذجيتين هما سوس-ماسة والشرق. وقد أُعلن عنه للفترة 2020-2024.',
      'A programme funded by AFD with 9 million euros and implemented by Expertise France in two pilot regions, Souss-Massa and the Oriental. It was announced for 2020–2024.',
    ),
    aims: text(
      'Aider les acteurs des régions à s’approprier et à mettre en œuvre sur place les politiques migratoires du pays, envers les personnes immigrées comme envers les Marocains du monde.',
      'مساعدة الفاعلين بالجهات على تملك السياسات الوطنية للهجرة وتنفيذها محلياً، سواء تجاه المهاجرين أو تجاه مغاربة العالم.',
      'To help actors in the regions make the country’s migration policies their own and carry them out locally, towards immigrants and towards Moroccans abroad alike.',
    ),
    outcomes: [
      {
        kind: 'result',
        text: text(
          'Selon la presse, 64 projets financés au profit de 3 500 personnes dans les deux régions.',
          'حسب الصحافة، مُوّل 64 مشروعاً لفائدة 3500 شخص في الجهتين.',
          'According to the press, 64 projects funded for the benefit of 3,500 people in the two regions.',
        ),
        links: { cites: ['prim-review'] },
      },
      {
        kind: 'result',
        text: text(
          'Selon le programme lui-même, 60 projets d’organisations de la société civile financés et une vingtaine de collectivités territoriales accompagnées.',
          'حسب البرنامج نفسه، مُوّل 60 مشروعاً لمنظمات المجتمع المدني، مع مواكبة نحو عشرين جماعة ترابية.',
          'According to the programme itself, 60 projects of civil society organisations funded and about twenty local authorities supported.',
        ),
        links: { cites: ['prim-visit'] },
      },
      {
        kind: 'result',
        text: text(
          'Seize bureaux d’accueil et d’orientation des migrants (BAOM) créés ou renforcés en Souss-Massa, et huit cellules d’accueil installées dans l’Oriental.',
          'إحداث أو تقوية ستة عشر مكتباً لاستقبال المهاجرين وتوجيههم بسوس-ماسة، وإقامة ثماني خلايا للاستقبال بجهة الشرق.',
          'Sixteen reception and orientation offices for migrants (BAOM) created or strengthened in Souss-Massa, and eight reception units set up in the Oriental.',
        ),
        links: { cites: ['prim-review'] },
      },
    ],
    links: {
      implementer: ['expertise-france'],
      funder: ['afd'],
      partner: ['regional-council-souss-massa', 'regional-council-oriental'],
      concerns: ['souss-massa', 'oriental'],
      serves: ['migration-governance-development', 'sdg-10'],
      cites: ['prim', 'prim-launch', 'prim-review'],
    },
  },
  depomi: {
    name: text(
      'Déploiement des politiques migratoires au niveau régional',
      'تنزيل السياسات المتعلقة بالهجرة على المستوى الجهوي',
      'Deployment of Migration Policies at Regional Level',
    ),
    acronym: text('DEPOMI', 'ديبومي', 'DEPOMI'),
    startsOn: '2020',
    budget: { minor: 800_000_000, currency: 'EUR' },
    summary: text(
      'Un projet financé par l’Union européenne à hauteur de 8 millions d’euros et mis en œuvre par Enabel en Béni Mellal-Khénifra, dans l’Oriental et en Souss-Massa. Une source le fait commencer en mai 2020, pour 36 mois ; une autre donne son lancement en octobre 2020.',
      'مشروع بتمويل من الاتحاد الأوروبي قدره 8 ملايين أورو، نفذته الوكالة البلجيكية للتنمية (إينابيل) بجهات بني ملال-خنيفرة والشرق وسوس-ماسة. يجعل أحد المصادر بدايته في ماي 2020 لمدة 36 شهراً، ويذكر مصدر آخر انطلاقه في أكتوبر 2020.',
      'A project funded by the European Union with 8 million euros and implemented by Enabel in Beni Mellal-Khenifra, the Oriental and Souss-Massa. One source has it begin in May 2020, for 36 months; another gives its launch in October 2020.',
    ),
    aims: text(
      'Favoriser, dans trois régions, une gouvernance des migrations fondée sur les droits humains et faire entrer la migration dans la planification des territoires.',
      'تشجيع حكامة للهجرة قائمة على حقوق الإنسان في ثلاث جهات، وإدراج الهجرة في التخطيط الترابي.',
      'To foster, in three regions, a governance of migration founded on human rights, and to bring migration into territorial planning.',
    ),
    outcomes: [
      {
        kind: 'result',
        text: text(
          'Souss-Massa a inscrit la mobilité humaine parmi les composantes prioritaires de son programme de développement régional 2022-2027.',
          'أدرجت جهة سوس-ماسة التنقل البشري ضمن المكونات ذات الأولوية في برنامج التنمية الجهوية 2022-2027.',
          'Souss-Massa made human mobility one of the priority components of its regional development programme for 2022–2027.',
        ),
        links: { cites: ['depomi-enabel'] },
      },
    ],
    links: {
      implementer: ['enabel'],
      funder: ['european-union'],
      partner: [
        'regional-council-beni-mellal-khenifra',
        'regional-council-oriental',
        'regional-council-souss-massa',
      ],
      concerns: ['beni-mellal-khenifra', 'oriental', 'souss-massa'],
      serves: ['migration-governance-development', 'youth', 'sdg-10'],
      cites: ['depomi-launch', 'depomi-enabel', 'depomi-evaluation'],
    },
  },
  recosa: {
    name: text(
      'Renforcement des collectivités territoriales marocaines dans l’amélioration des structures d’accueil des migrants',
      'تعزيز قدرات الجماعات الترابية المغربية في تحسين بنيات استقبال المهاجرين',
      'Strengthening Selected Moroccan Municipalities in the Management of Migration',
    ),
    acronym: text('RECOSA', 'ريكوسا', 'RECOSA'),
    startsOn: '2016',
    endsOn: '2022',
    summary: text(
      'Un projet de la GIZ, de 2016 à 2022, avec le ministère chargé de la migration et dix communes : Béni Mellal, Casablanca, Fès, Marrakech, Nador, Oujda, Rabat, Salé, Tanger et Tiznit. Il avait aussi des activités en Côte d’Ivoire, au Mali et au Sénégal.',
      'مشروع للوكالة الألمانية للتعاون الدولي من 2016 إلى 2022، مع الوزارة المكلفة بالهجرة وعشر جماعات: بني ملال والدار البيضاء وفاس ومراكش والناظور ووجدة والرباط وسلا وطنجة وتيزنيت. وكانت له أيضاً أنشطة في كوت ديفوار ومالي والسنغال.',
      'A GIZ project, from 2016 to 2022, with the ministry in charge of migration and ten municipalities: Beni Mellal, Casablanca, Fez, Marrakech, Nador, Oujda, Rabat, Salé, Tangier and Tiznit. It also had activities in Côte d’Ivoire, Mali and Senegal.',
    ),
    aims: text(
      'Faire de la migration et de l’intégration des sujets communs à tous les services, au niveau national et dans dix communes, et développer l’échange avec les trois pays partenaires.',
      'جعل الهجرة والإدماج موضوعين مشتركين بين جميع المصالح، وطنياً وفي عشر جماعات، وتطوير التبادل مع البلدان الثلاثة الشريكة.',
      'To make migration and integration a concern of every service, nationally and in ten municipalities, and to develop exchange with the three partner countries.',
    ),
    outcomes: [],
    links: {
      implementer: ['giz'],
      funder: ['bmz', 'european-union'],
      partner: ['ministry-moroccans-abroad-migration'],
      concerns: [
        'beni-mellal-khenifra',
        'casablanca-settat',
        'fes-meknes',
        'marrakech-safi',
        'oriental',
        'rabat-sale-kenitra',
        'tanger-tetouan-al-hoceima',
        'souss-massa',
      ],
      serves: ['migration-governance-development', 'sdg-10', 'sdg-11'],
      cites: ['recosa', 'recosa-communes'],
    },
  },
  comun: {
    name: text(
      'Coopération municipale : gouvernance locale et participative au Maghreb',
      'التعاون بين الجماعات: الحكامة المحلية والتشاركية بالمغرب الكبير',
      'Municipal Cooperation: Local and Participatory Governance in the Maghreb',
    ),
    acronym: text('CoMun', 'كومون', 'CoMun'),
    startsOn: '2010',
    summary: text(
      'Un programme de la GIZ, actif au Maroc depuis 2010, où les villes apprennent les unes des autres. Il portait sur la gestion urbaine et non sur la migration : il figure ici pour sa manière de mettre des collectivités en réseau.',
      'برنامج للوكالة الألمانية للتعاون الدولي بالمغرب منذ سنة 2010، تتعلم فيه المدن بعضها من بعض. كان موضوعه التدبير الحضري لا الهجرة، ويرد هنا لطريقته في ربط الجماعات في شبكات.',
      'A GIZ programme, at work in Morocco since 2010, in which cities learn from each other. Its subject was urban management, not migration: it stands here for its way of linking local authorities in networks.',
    ),
    aims: text(
      'Renforcer les communes comme actrices du développement durable et animer l’échange entre elles sur leurs pratiques de gestion.',
      'تقوية الجماعات باعتبارها فاعلة في التنمية المستدامة وتنشيط التبادل بينها حول ممارساتها في التدبير.',
      'To strengthen municipalities as actors of sustainable development and to run the exchange between them on how they manage.',
    ),
    outcomes: [
      {
        kind: 'result',
        text: text(
          'Cinq réseaux thématiques de villes, créés à partir de 2012, qui ont réuni 27 villes et 186 membres.',
          'خمس شبكات موضوعاتية للمدن، أُحدثت ابتداء من سنة 2012، ضمت 27 مدينة و186 عضواً.',
          'Five thematic networks of cities, created from 2012 on, which brought together 27 cities and 186 members.',
        ),
        links: { cites: ['comun'] },
      },
    ],
    links: {
      implementer: ['giz'],
      funder: ['bmz'],
      partner: ['directorate-local-authorities'],
      concerns: ['morocco'],
      serves: ['sdg-11', 'sdg-17'],
      cites: ['comun'],
    },
  },
};
