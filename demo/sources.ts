import type { SourceInput } from '#network/sources/schema.ts';

const notes = { language: 'fr', publisher: 'OIM Maroc' };
const law = { language: 'fr', publisher: 'Royaume du Maroc' };

/** What publishers are called in other languages; the Arabic of a newspaper is its name in Arabic letters. */
const publisherNames: Record<string, SourceInput['publisherNames']> = {
  'OIM Maroc': { ar: 'المنظمة الدولية للهجرة بالمغرب', en: 'IOM Morocco' },
  IOM: { fr: 'OIM', ar: 'المنظمة الدولية للهجرة' },
  'Royaume du Maroc': { ar: 'المملكة المغربية', en: 'Kingdom of Morocco' },
  'Haut-Commissariat au Plan': { ar: 'المندوبية السامية للتخطيط', en: 'High Commission for Planning' },
  'Direction générale des collectivités locales': {
    ar: 'المديرية العامة للجماعات المحلية',
    en: 'General Directorate of Local Authorities',
  },
  'United Nations': { fr: 'Nations Unies', ar: 'الأمم المتحدة' },
  ISO: { ar: 'المنظمة الدولية للتقييس' },
  GIZ: { ar: 'الوكالة الألمانية للتعاون الدولي' },
  Enabel: { ar: 'إينابل' },
  Tanmia: { ar: 'تنمية' },
  'Le Matin': { ar: 'لوماتان' },
  'Aujourd’hui le Maroc': { ar: 'أوجوردوي لوماروك' },
  'Aujourd’hui le Maroc, repris par Maghress': { ar: 'أوجوردوي لوماروك، نقلا عن مغرس' },
  'MAP Express': { ar: 'ماب إكسبريس' },
  'Les Inspirations Éco': { ar: 'ليزانسبيراسيون إيكو' },
  'Le Reporter': { ar: 'لوروبورتير' },
  'La Vie éco': { ar: 'لافي إيكو' },
};

/**
 * Where the facts were read; what nobody read is no source. A page or an article has the title that it bears, save
 * `aujourdhui-2019`, named by its subject; laws, the census and the standard are named for what they are. An
 * address or a date of publication that was not seen is left out.
 */
const entries: Record<string, SourceInput> = {
  'iom-rabat-2018': {
    ...notes,
    title:
      'Atelier d’échange de bonnes pratiques et de dissémination sur la Migration et le Développement, intitulé « Les Régions marocaines, actrices de la politique migratoire et du développement »',
    url: 'https://morocco.iom.int/fr/news/atelier-dechange-de-bonnes-pratiques-et-de-dissemination-sur-la-migration-et-le-developpement-intitule-les-regions-marocaines-actrices-de-la-politique-migratoire-et-du-developpement',
    consultedOn: '2026-11-23',
  },
  'matin-2017': {
    language: 'fr',
    title: 'L’OIM poursuit ses actions pour l’intégration des migrants de l’Oriental',
    publisher: 'Le Matin',
    publishedOn: '2017',
    url: 'https://lematin.ma/journal/2017/l-rsquo-oim-poursuit-ses-actions-pour-l-rsquo-integration-des-migrants-de-l-rsquo-oriental/271970.html',
    consultedOn: '2026-11-23',
  },
  'iom-data-2017': {
    ...notes,
    title: 'Atelier participatif multiacteurs portant sur la collecte et la gestion de données migratoires',
    url: 'https://morocco.iom.int/fr/news/atelier-participatif-multiacteurs-portant-sur-la-collecte-et-la-gestion-de-donnees-migratoires',
    consultedOn: '2026-11-23',
  },
  'iom-tangier-2019': {
    ...notes,
    title:
      'Atelier Régional « Accompagner les conseils régionaux dans l’intégration de la migration au sein de leur planification locale – INDIMAJ II »',
    publishedOn: '2019-08-06',
    url: 'https://morocco.iom.int/news/atelier-r%C3%A9gional-%C2%AB-accompagner-les-conseils-r%C3%A9gionaux-dans-l%E2%80%99int%C3%A9gration-de-la-migration-au',
    consultedOn: '2026-11-23',
  },
  'iom-oujda-2019': {
    ...notes,
    title:
      'Atelier Régional de l’Oriental « Accompagner les conseils régionaux dans l’intégration de la migration au sein de leur planification locale – INDIMAJ II »',
    url: 'https://morocco.iom.int/fr/news/atelier-regional-de-loriental-accompagner-les-conseils-regionaux-dans-lintegration-de-la-migration-au-sein-de-leur-planification-locale-indimaj-ii',
    consultedOn: '2026-11-23',
  },
  'aujourdhui-2019': {
    language: 'fr',
    title: 'Article sur l’atelier régional INDIMAJ II de Souss-Massa',
    publisher: 'Aujourd’hui le Maroc, repris par Maghress',
    publishedOn: '2019',
    url: 'https://maghress.com/fr/aujourdhui/317735',
    consultedOn: '2026-11-23',
  },
  'iom-final-2020': {
    ...notes,
    title:
      'Atelier de clôture INDIMAJ II : Les Régions marocaines, actrices de la politique migratoire et du développement',
    url: 'https://morocco.iom.int/fr/news/atelier-de-cloture-indimaj-ii-les-regions-marocaines-actrices-de-la-politique-migratoire-et-du-developpement',
    consultedOn: '2026-11-23',
  },
  'iom-data-2022': {
    ...notes,
    title:
      'L’OIM Maroc organise un atelier d’échange sur le renforcement des pratiques en matière de données migratoires',
    url: 'https://morocco.iom.int/fr/news/loim-maroc-organise-un-atelier-dechange-sur-le-renforcement-des-pratiques-en-matiere-de-donnees-migratoires',
    consultedOn: '2026-11-23',
  },
  'iom-snia-launch': {
    ...notes,
    title:
      'L’OIM Lance un nouveau projet sur Actions concrètes pour la territorialisation de la Stratégie Nationale d’Immigration et d’Asile au niveau régional',
    url: 'https://morocco.iom.int/fr/news/loim-lance-un-nouveau-projet-sur-actions-concretes-pour-la-territorialisation-de-la-strategie-nationale-dimmigration-et-dasile-au-niveau-regional',
    consultedOn: '2026-11-23',
  },
  'iom-closing-2024': {
    ...notes,
    title: 'Gouvernance de la Migration : Réflexion pour promouvoir une gestion efficace',
    publishedOn: '2024-08-01',
    url: 'https://morocco.iom.int/fr/news/gouvernance-de-la-migration-reflexion-pour-promouvoir-une-gestion-efficace',
    consultedOn: '2026-11-23',
  },
  prim: {
    language: 'fr',
    title: 'PRIM : présentation',
    publisher: 'PRIM',
    url: 'https://prim.ma/presentation',
    consultedOn: '2026-11-23',
  },
  'prim-visit': {
    language: 'fr',
    title: 'Une visite de terrain pour dresser les perspectives de PRIM',
    publisher: 'PRIM',
    publishedOn: '2025-03-05',
    url: 'https://prim.ma/une-visite-de-terrain-pour-dresser-les-perspectives-de-prim',
    consultedOn: '2026-11-23',
  },
  'prim-launch': {
    language: 'fr',
    title:
      'Agadir : lancement du Programme Régional des Politiques et Initiatives destinées aux MRE et aux migrants',
    publisher: 'MAP Express',
    publishedOn: '2021-02-10',
    url: 'http://www.mapexpress.ma/actualite/societe-et-regions/agadir-lancement-du-programme-regional-politiques-initiatives-destinees-aux-mre-aux-migrants/',
    consultedOn: '2026-11-23',
  },
  'prim-review': {
    language: 'fr',
    title: 'Investissements de la diaspora : retour sur le projet franco-marocain “PRIM”',
    publisher: 'Les Inspirations Éco',
    url: 'https://leseco.ma/maroc/investissements-de-la-diaspora-retour-sur-le-projet-franco-marocain-prim.html',
    consultedOn: '2026-11-23',
  },
  'depomi-launch': {
    language: 'fr',
    title: 'Maroc-UE : principaux points du projet Déploiement des politiques migratoires',
    publisher: 'Le Reporter',
    publishedOn: '2021-04',
    url: 'https://www.lereporter.ma/maroc-ue-principaux-points-du-projet-deploiement-des-politiques-migratoires/',
    consultedOn: '2026-11-23',
  },
  'depomi-enabel': {
    language: 'fr',
    title: 'DEPOMI',
    publisher: 'Enabel',
    url: 'https://open.enabel.be/fr/news/2348/DEPOMI.html',
    consultedOn: '2026-11-23',
  },
  'depomi-evaluation': {
    language: 'fr',
    title: 'Évaluation finale du projet DEPOMI',
    publisher: 'Tanmia',
    publishedOn: '2022-12-19',
    url: 'https://tanmia.ma/19-12-2022/51553/',
    consultedOn: '2026-11-23',
  },
  recosa: {
    language: 'fr',
    title: 'Gestion des migrations et intégration',
    publisher: 'GIZ',
    url: 'https://www.giz.de/en/worldwide/42906.html',
    consultedOn: '2026-11-23',
  },
  'recosa-communes': {
    language: 'fr',
    title: 'Migration : Quel rôle pour les communes ?',
    publisher: 'Les Inspirations Éco',
    url: 'https://leseco.ma/?p=59042',
    consultedOn: '2026-11-23',
  },
  comun: {
    language: 'fr',
    title: 'Programme CoMun-Maroc : rapport d’activités 2010-2018',
    publisher: 'Direction générale des collectivités locales',
    publishedOn: '2018',
    url: 'https://vdocuments.fr/programme-comun-maroc-rapport-dactivites-2010-midelt-figuig-larache-sebta.html',
    consultedOn: '2026-11-23',
  },
  oam: {
    language: 'fr',
    title: 'Rapport de SM le Roi : l’Observatoire africain des migrations, une institution de l’UA',
    publisher: 'Maroc.ma',
    publishedOn: '2022-02',
    url: 'https://www.maroc.ma/fr/actualites/rapport-de-sm-le-roi-lobservatoire-africain-des-migrations-une-institution-de-lua',
    consultedOn: '2026-11-23',
  },
  'rgph-2024': {
    language: 'fr',
    title: 'Recensement général de la population et de l’habitat 2024 : population légale',
    publisher: 'Haut-Commissariat au Plan',
    consultedOn: '2026-11-23',
  },
  'le360-2015': {
    language: 'fr',
    title: 'Enquête. Où vivent les étrangers au Maroc ?',
    publisher: 'Le360',
    publishedOn: '2015-05-01',
    url: 'https://fr.le360.ma/societe/enquete-ou-vivent-les-etrangers-au-maroc-38933',
    consultedOn: '2026-11-23',
  },
  'aujourdhui-2017': {
    language: 'fr',
    title: 'Portrait-robot des migrants résidant au Maroc',
    publisher: 'Aujourd’hui le Maroc',
    url: 'https://aujourdhui.ma/societe/portrait-robot-des-migrants-residant-au-maroc',
    consultedOn: '2026-11-23',
  },
  'vieeco-2024': {
    language: 'fr',
    title: 'Recensement : Où vivent les étrangers établis au Maroc…',
    publisher: 'La Vie éco',
    url: 'https://www.lavieeco.com/au-royaume/recensement-ou-vivent-les-etrangers-etablis-au-maroc/',
    consultedOn: '2026-11-23',
  },
  'iso-3166-2': {
    language: 'en',
    title: 'ISO 3166-2: subdivisions of Morocco',
    publisher: 'ISO',
    consultedOn: '2026-11-23',
  },
  'law-111-14': {
    ...law,
    title: 'Loi organique n° 111-14 relative aux régions',
    consultedOn: '2026-11-23',
  },
  'decree-2-16-299': {
    ...law,
    title: 'Décret n° 2-16-299 (2016) : programme de développement régional',
    consultedOn: '2026-11-23',
  },
  'agenda-2030': {
    language: 'en',
    title: 'Transforming our world: the 2030 Agenda for Sustainable Development (A/RES/70/1)',
    publisher: 'United Nations',
    publishedOn: '2015',
    url: 'https://sdgs.un.org/2030agenda',
    consultedOn: '2026-11-23',
  },
  'iom-srf': {
    language: 'en',
    title: 'Strategic Results Framework',
    publisher: 'IOM',
    consultedOn: '2026-11-23',
  },
};

export const sources = Object.fromEntries(
  Object.entries(entries).map(([key, entry]): [string, SourceInput] => [
    key,
    { ...entry, publisherNames: publisherNames[entry.publisher] },
  ]),
);
