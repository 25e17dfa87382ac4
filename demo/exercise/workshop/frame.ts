import type { OrganisationLevel, OrganisationType } from '#network/organisations/model.ts';
import { text, type FullText } from '../../text.ts';
import type { ItemEntry, Room } from './model.ts';

export const SLUG = 'exercise-workshop';

export const rooms: Record<Room, FullText> = {
  amphitheatre: text('Amphithéâtre', 'المدرج', 'Amphitheatre'),
  north: text('Salle du Nord', 'قاعة الشمال', 'North room'),
  south: text('Salle du Sud', 'قاعة الجنوب', 'South room'),
};

/** Organisations of the workshop beside those of the exercise network: its three regions, and an agency. */
export const hosts: readonly {
  slug: string;
  type: OrganisationType;
  level: OrganisationLevel;
  name: FullText;
}[] = [
  {
    slug: 'exercise-council-coast',
    type: 'regional-council',
    level: 'regional',
    name: text(
      'Conseil régional d’exercice 1 (Littoral)',
      'مجلس جهة التمرين 1 (الساحل)',
      'Exercise regional council 1 (Coast)',
    ),
  },
  {
    slug: 'exercise-council-plateau',
    type: 'regional-council',
    level: 'regional',
    name: text(
      'Conseil régional d’exercice 2 (Plateau)',
      'مجلس جهة التمرين 2 (الهضبة)',
      'Exercise regional council 2 (Plateau)',
    ),
  },
  {
    slug: 'exercise-council-oases',
    type: 'regional-council',
    level: 'regional',
    name: text(
      'Conseil régional d’exercice 3 (Oasis)',
      'مجلس جهة التمرين 3 (الواحات)',
      'Exercise regional council 3 (Oases)',
    ),
  },
  {
    slug: 'exercise-agency',
    type: 'other',
    level: 'national',
    name: text('Agence nationale d’exercice 1', 'الوكالة الوطنية للتمرين 1', 'Exercise national agency 1'),
  },
];

/** What the workshop says of itself. */
export const workshop = {
  title: text(
    'Migration et développement dans trois régions : atelier d’exercice',
    'الهجرة والتنمية في ثلاث جهات: ورشة تمرين',
    'Migration and development in three regions: an exercise workshop',
  ),
  summary: text(
    'Deux jours et douze sessions, dans un territoire inventé : trois régions, le Littoral, le Plateau et les Oasis, y comparent ce qu’elles font, et conviennent de ce qu’elles feront ensemble. Tout y est engendré pour l’exercice.',
    'يومان واثنتا عشرة جلسة في مجال ترابي متخيل: تقارن فيه ثلاث جهات، هي الساحل والهضبة والواحات، ما تقوم به، وتتفق على ما ستقوم به معا. وكل ما فيه أُنشئ للتمرين.',
    'Two days and twelve sessions in an invented territory: three regions, the Coast, the Plateau and the Oases, compare what they do and agree on what they will do together. All of it is generated for the exercise.',
  ),
  aims: text(
    'Présenter les résultats et les perspectives de l’initiative Passerelles.\n\nComparer les réponses des trois régions sur douze thèmes.\n\nFormuler des conclusions et des recommandations communes.\n\nRépartir les actions, avec pour chacune un responsable et une échéance.',
    'تقديم نتائج مبادرة «معابر» وآفاقها.\n\nمقارنة أجوبة الجهات الثلاث حول اثني عشر موضوعا.\n\nصياغة خلاصات وتوصيات مشتركة.\n\nتوزيع الإجراءات، مع تحديد المسؤول والأجل لكل منها.',
    'Present the results and prospects of the initiative Gangways.\n\nCompare the answers of the three regions on twelve themes.\n\nFormulate common conclusions and recommendations.\n\nShare out the actions, each with an owner and a date.',
  ),
  outcome: text(
    'Les trois régions ont adopté des conclusions et des recommandations communes, et chacune est repartie avec sa part des actions.',
    'اعتمدت الجهات الثلاث خلاصات وتوصيات مشتركة، وعادت كل جهة بنصيبها من الإجراءات.',
    'The three regions adopted common conclusions and recommendations, and each left with its share of the actions.',
  ),
  venue: text('Maison des régions d’exercice', 'دار جهات التمرين', 'House of the exercise regions'),
  city: text('Ville d’exercice', 'مدينة التمرين', 'Exercise city'),
};

/** Who took part, by the roles that people of the exercise have: ten in each. */
export const counts = [
  { actorType: 'regional-actors', level: 'region', women: 6, men: 4 },
  { actorType: 'local-actors', level: 'commune', women: 5, men: 5 },
  { actorType: 'academia', level: 'region', women: 6, men: 4 },
  { actorType: 'civil-society', level: 'commune', women: 4, men: 6 },
  { actorType: 'national-experts', level: 'country', women: 7, men: 3 },
  { actorType: 'strategic-partners', level: 'international', women: 5, men: 5 },
  { actorType: 'regional-actors', level: 'province', women: 4, men: 6 },
  { actorType: 'civil-society', level: 'region', women: 6, men: 4 },
] as const;

/** What stands around the sessions, in the order of the programme; `sessions` are put between by their hours. */
export const around: readonly ItemEntry[] = [
  {
    anchor: 'breakfast',
    kind: 'thematic-breakfast',
    day: 1,
    startsAt: '08:30',
    endsAt: '09:30',
    room: 'amphitheatre',
    title: text(
      'Petit déjeuner thématique : ce que les régions attendent les unes des autres',
      'فطور موضوعاتي: ما تنتظره الجهات بعضها من بعض',
      'Thematic breakfast: what the regions expect of one another',
    ),
    people: ['moderator', 'speaker', 'speaker'],
  },
  {
    anchor: 'opening',
    kind: 'opening',
    day: 1,
    startsAt: '09:45',
    endsAt: '10:15',
    room: 'amphitheatre',
    title: text(
      'Ouverture par les trois régions',
      'الافتتاح من طرف الجهات الثلاث',
      'Opening by the three regions',
    ),
    people: ['speaker', 'speaker', 'speaker'],
  },
  {
    anchor: 'results',
    kind: 'presentation',
    day: 1,
    startsAt: '10:15',
    endsAt: '10:45',
    room: 'amphitheatre',
    title: text(
      'L’initiative Passerelles : résultats et perspectives',
      'مبادرة «معابر»: النتائج والآفاق',
      'The initiative Gangways: results and prospects',
    ),
    people: ['presenter'],
  },
  {
    anchor: 'lunch-1',
    kind: 'break',
    day: 1,
    startsAt: '12:30',
    endsAt: '14:00',
    title: text('Déjeuner', 'وجبة الغداء', 'Lunch'),
    people: [],
  },
  {
    anchor: 'lunch-2',
    kind: 'break',
    day: 2,
    startsAt: '12:15',
    endsAt: '13:45',
    title: text('Déjeuner', 'وجبة الغداء', 'Lunch'),
    people: [],
  },
  {
    anchor: 'plenary',
    kind: 'plenary',
    day: 2,
    startsAt: '15:15',
    endsAt: '16:30',
    room: 'amphitheatre',
    title: text(
      'Plénière : adopter les conclusions au tableau',
      'الجلسة العامة: اعتماد الخلاصات على اللوحة',
      'Plenary: adopting the conclusions on the board',
    ),
    people: ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker', 'speaker'],
  },
  {
    anchor: 'closing',
    kind: 'conclusions',
    day: 2,
    startsAt: '16:30',
    endsAt: '17:00',
    room: 'amphitheatre',
    title: text(
      'Clôture et prochain rendez-vous',
      'الاختتام والموعد المقبل',
      'Closing, and when to meet again',
    ),
    people: ['speaker', 'speaker', 'speaker'],
  },
];

/** The initiative whose results and prospects the workshop heard. */
export const initiative = {
  slug: 'exercise-initiative',
  name: text('Passerelles (initiative d’exercice)', 'معابر (مبادرة تمرين)', 'Gangways (exercise initiative)'),
  summary: text(
    'Pendant trois ans, trois régions inventées ont ouvert des guichets, formé des médiatrices et rapproché leurs données.',
    'على مدى ثلاث سنوات، فتحت ثلاث جهات متخيلة شبابيك، وكونت وسيطات، وقربت بين معطياتها.',
    'Over three years, three invented regions opened desks, trained mediators and brought their data together.',
  ),
  outcomes: [
    [
      'result',
      text(
        'Huit guichets d’accueil ouverts, dont trois tenus par deux communes ensemble.',
        'فتح ثمانية شبابيك للاستقبال، ثلاثة منها تسيرها جماعتان معا.',
        'Eight reception desks opened, three of them kept by two municipalities together.',
      ),
    ],
    [
      'result',
      text(
        'Vingt-six médiatrices formées ; dix-neuf exercent encore.',
        'تكوين ست وعشرين وسيطة، ما زالت تسع عشرة منهن يمارسن.',
        'Twenty-six mediators trained; nineteen still at work.',
      ),
    ],
    [
      'result',
      text(
        'Un premier cahier de quatre indicateurs, tenu de la même façon dans les trois régions.',
        'دفتر أول من أربعة مؤشرات، تمسكه الجهات الثلاث بالطريقة نفسها.',
        'A first book of four indicators, kept alike in the three regions.',
      ),
    ],
    [
      'prospect',
      text(
        'Passer de quatre à douze indicateurs, et les publier chaque année.',
        'الانتقال من أربعة مؤشرات إلى اثني عشر، ونشرها كل سنة.',
        'Going from four indicators to twelve, published every year.',
      ),
    ],
    [
      'prospect',
      text(
        'Confier les guichets aux communes à la fin du financement, avec un budget inscrit.',
        'إسناد الشبابيك إلى الجماعات عند انتهاء التمويل، مع اعتماد مدرج في الميزانية.',
        'Handing the desks over to the municipalities when the funding ends, with a budget of their own.',
      ),
    ],
  ],
} as const;
