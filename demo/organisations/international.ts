import { name, text } from '../text.ts';
import type { OrganisationEntry } from './model.ts';

/** United Nations agencies, embassies, donors and agencies of cooperation. */
export const international: Record<string, OrganisationEntry> = {
  iom: {
    type: 'un-agency',
    level: 'international',
    name: text(
      'Organisation internationale pour les migrations',
      'المنظمة الدولية للهجرة',
      'International Organization for Migration',
    ),
    acronym: text('OIM', 'OIM', 'IOM'),
    summary: text(
      'Une organisation intergouvernementale fondée en 1951, membre du système des Nations Unies.',
      'منظمة حكومية دولية تأسست سنة 1951، وهي جزء من منظومة الأمم المتحدة.',
      'An intergovernmental organisation founded in 1951, part of the United Nations system.',
    ),
    links: { cites: ['iom-rabat-2018'] },
  },
  'iom-morocco': {
    type: 'un-agency',
    level: 'international',
    parent: 'iom',
    territory: 'morocco',
    name: text('OIM Maroc', 'المنظمة الدولية للهجرة بالمغرب', 'IOM Morocco'),
    summary: text(
      'La mission de l’OIM au Maroc, où l’organisation est présente depuis 2007. Son travail suit trois axes : protection et résilience ; migration, gouvernance et développement ; appui à la jeunesse.',
      'بعثة المنظمة الدولية للهجرة بالمغرب، حيث تعمل المنظمة منذ سنة 2007. ويتوزع عملها على ثلاثة محاور: الحماية والقدرة على الصمود؛ الهجرة والحكامة والتنمية؛ دعم الشباب.',
      'IOM’s mission in Morocco, where the organisation has been present since 2007. Its work follows three axes: protection and resilience; migration, governance and development; support to youth.',
    ),
    links: { cites: ['iom-rabat-2018'] },
  },
  'embassy-netherlands': {
    type: 'donor',
    level: 'international',
    territory: 'morocco',
    name: text(
      'Ambassade du Royaume des Pays-Bas au Maroc',
      'سفارة مملكة هولندا بالمغرب',
      'Embassy of the Kingdom of the Netherlands in Morocco',
    ),
    summary: text(
      'Elle a financé INDIMAJ-Oriental, puis INDIMAJ II.',
      'موّلت مشروع «اندماج-الشرق» ثم مشروع «اندماج 2».',
      'It funded INDIMAJ-Oriental, then INDIMAJ II.',
    ),
    links: { cites: ['iom-rabat-2018', 'iom-final-2020'] },
  },
  'african-migration-observatory': {
    type: 'other',
    level: 'international',
    territory: 'morocco',
    name: text(
      'Observatoire africain des migrations',
      'المرصد الإفريقي للهجرة',
      'African Migration Observatory',
    ),
    acronym: name('OAM', 'OAM'),
    summary: text(
      'Une institution de l’Union africaine, installée à Rabat. Elle a pris part à l’atelier des producteurs de données de mars 2022.',
      'مؤسسة تابعة للاتحاد الإفريقي مقرها بالرباط. شاركت في ورشة منتجي المعطيات في مارس 2022.',
      'An institution of the African Union, seated in Rabat. It took part in the workshop of data producers of March 2022.',
    ),
    links: { cites: ['oam', 'iom-data-2022'] },
  },
  accd: {
    type: 'donor',
    level: 'international',
    name: text(
      'Agence catalane de coopération au développement',
      'الوكالة الكتالونية للتعاون من أجل التنمية',
      'Catalan Agency for Development Cooperation',
    ),
    acronym: name('ACCD', 'ACCD'),
    summary: text(
      'L’agence par laquelle la coopération catalane a financé le projet de l’OIM sur la territorialisation de la stratégie nationale.',
      'الوكالة التي موّل التعاون الكتالوني من خلالها مشروع المنظمة الدولية للهجرة حول التنزيل الترابي للاستراتيجية الوطنية.',
      'The agency through which Catalan cooperation funded IOM’s project on bringing the national strategy to the regions.',
    ),
    links: { cites: ['iom-closing-2024'] },
  },
  afd: {
    type: 'donor',
    level: 'international',
    name: text('Agence française de développement', 'الوكالة الفرنسية للتنمية', 'French Development Agency'),
    acronym: name('AFD', 'AFD'),
    summary: text(
      'Le bailleur du programme PRIM, à hauteur de 9 millions d’euros.',
      'الجهة الممولة لبرنامج «بريم»، بما قدره 9 ملايين أورو.',
      'The funder of the PRIM programme, with 9 million euros.',
    ),
    links: { cites: ['prim'] },
  },
  'expertise-france': {
    type: 'other',
    level: 'international',
    name: text('Expertise France', 'إكسبرتيز فرانس', 'Expertise France'),
    summary: text(
      'L’agence française qui met en œuvre le programme PRIM.',
      'الوكالة الفرنسية التي تتولى تنفيذ برنامج «بريم».',
      'The French agency that implements the PRIM programme.',
    ),
    links: { cites: ['prim'] },
  },
  'european-union': {
    type: 'donor',
    level: 'international',
    name: text('Union européenne', 'الاتحاد الأوروبي', 'European Union'),
    summary: text(
      'Le bailleur de DEPOMI ; elle a cofinancé RECOSA.',
      'الجهة الممولة لمشروع «ديبومي»، وقد ساهمت في تمويل مشروع «ريكوسا».',
      'The funder of DEPOMI; it co-funded RECOSA.',
    ),
    links: { cites: ['depomi-launch', 'recosa'] },
  },
  enabel: {
    type: 'other',
    level: 'international',
    name: text(
      'Enabel, agence belge de développement',
      'إينابيل، الوكالة البلجيكية للتنمية',
      'Enabel, Belgian Development Agency',
    ),
    acronym: text('Enabel', 'إينابيل', 'Enabel'),
    summary: text(
      'L’agence belge qui a mis en œuvre le projet DEPOMI.',
      'الوكالة البلجيكية التي تولت تنفيذ مشروع «ديبومي».',
      'The Belgian agency that implemented the DEPOMI project.',
    ),
    links: { cites: ['depomi-launch', 'depomi-enabel'] },
  },
  bmz: {
    type: 'donor',
    level: 'international',
    name: text(
      'Ministère fédéral allemand de la Coopération économique et du Développement',
      'الوزارة الاتحادية الألمانية للتعاون الاقتصادي والتنمية',
      'German Federal Ministry for Economic Cooperation and Development',
    ),
    acronym: name('BMZ', 'BMZ'),
    summary: text(
      'Le commettant allemand de RECOSA et de CoMun.',
      'الجهة الألمانية التي كلفت بإنجاز مشروع «ريكوسا» وبرنامج «كومون».',
      'The German ministry that commissioned RECOSA and CoMun.',
    ),
    links: { cites: ['recosa', 'comun'] },
  },
  giz: {
    type: 'other',
    level: 'international',
    name: text(
      'Agence allemande de coopération internationale',
      'الوكالة الألمانية للتعاون الدولي',
      'German Agency for International Cooperation',
    ),
    acronym: name('GIZ', 'GIZ'),
    summary: text(
      'L’agence allemande qui a mis en œuvre RECOSA et CoMun.',
      'الوكالة الألمانية التي تولت تنفيذ مشروع «ريكوسا» وبرنامج «كومون».',
      'The German agency that implemented RECOSA and CoMun.',
    ),
    links: { cites: ['recosa', 'comun'] },
  },
};
