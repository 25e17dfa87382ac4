import { describe, expect, it } from 'vitest';
import { tellingSenses, titleLikeness } from './model.ts';

describe('two titles', () => {
  it.each([
    [
      'fr',
      'Créer un guichet unique pour les migrants',
      'La création d’un guichet unique pour migrants',
      true,
    ],
    ['fr', 'Former les agents des communes', 'Agents de commune : les former', true],
    [
      'fr',
      'Créer un guichet unique pour les migrants',
      'Créer un observatoire régional de la migration',
      false,
    ],
    ['fr', 'Renforcer la coordination', 'Renforcer les capacités des associations de migrants', false],
    [
      'en',
      'Train municipal staff on the rights of migrants',
      'Training of municipal staff: migrants’ rights',
      true,
    ],
    ['en', 'Train municipal staff', 'Open a regional observatory', false],
    ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'إحداث الشباك الموحد للمهاجرين', true],
    ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'تكوين موظفي الجماعات', false],
  ] as const)('%s: %s / %s', (locale, one, other, expected) => {
    const like = titleLikeness({ [locale]: one }, { [locale]: other });
    expect(like !== null).toBe(expected);
    expect(titleLikeness({ [locale]: other }, { [locale]: one })?.share).toBe(like?.share);
    if (like) expect(like.texts).toEqual([one, other]);
  });

  it('meet in the language that both know, else by what their words mean', () => {
    const known = { fr: 'Créer un guichet unique', ar: 'إحداث شباك موحد', en: null };
    expect(titleLikeness({ ar: 'إحداث شباك موحد' }, known)).toEqual({
      share: 1,
      texts: ['إحداث شباك موحد', 'إحداث شباك موحد'],
    });
    expect(titleLikeness({ en: 'Open a one-stop shop' }, known)?.texts).toEqual([
      'Open a one-stop shop',
      'Créer un guichet unique',
    ]);
    expect(titleLikeness({ en: 'Open a one-stop shop', fr: 'Publier un guide' }, known)).toBeNull();
    expect(titleLikeness({ en: 'Open a stop' }, known)).toBeNull();
    expect(titleLikeness({}, known)).toBeNull();
    expect(titleLikeness({ fr: 'de la' }, { fr: 'de la' })).toBeNull();
  });
});

/*
 * Pairs of titles, by whether they ask for the same: in other words, and of other things in much the same words. What is
 * counted is how many of each are told apart; by their stems alone none of the first were.
 */
const paraphrases = [
  [
    'fr',
    'Ouvrir un guichet unique pour les étrangers dans les communes',
    'Créer dans chaque municipalité un bureau unique pour les migrants',
  ],
  [
    'fr',
    'Former les agents municipaux aux droits des migrants',
    'Initier le personnel des communes aux droits des étrangers',
  ],
  [
    'fr',
    'Mettre en place un observatoire régional de la migration',
    'Instaurer une veille sur les migrations dans la région',
  ],
  [
    'fr',
    'Soutenir les projets d’investissement de la diaspora',
    'Accompagner les expatriés qui veulent investir',
  ],
  [
    'fr',
    'Reconnaître les compétences des migrants de retour',
    'Valider les acquis de l’expérience après le retour',
  ],
  ['fr', 'Scolariser les enfants de migrants', 'Faciliter l’accès à l’école des mineurs étrangers'],
  [
    'fr',
    'Financer l’hébergement des femmes victimes de violences',
    'Doter d’un budget le logement des femmes victimes de traite',
  ],
  [
    'fr',
    'Publier chaque année des statistiques sur les migrations',
    'Diffuser tous les ans des données chiffrées sur la migration',
  ],
  ['fr', 'Recruter des interprètes dans les hôpitaux', 'Prévoir une traduction pour les soins à l’hôpital'],
  ['fr', 'Traduire les formulaires dans plusieurs langues', 'Des imprimés plurilingues pour les démarches'],
  [
    'fr',
    'Associer les jeunes aux décisions de la commune',
    'Impliquer la jeunesse dans la politique municipale',
  ],
  [
    'fr',
    'Informer les travailleurs saisonniers de leurs droits',
    'Sensibiliser les saisonniers à leurs droits',
  ],
  ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'فتح مكتب موحد للأجانب'],
  ['ar', 'تكوين موظفي الجماعات في حقوق المهاجرين', 'تأهيل أعوان الجماعات في مجال حقوق الأجانب'],
  ['ar', 'نشر معطيات حول الهجرة كل سنة', 'إصدار إحصائيات سنوية عن الهجرة'],
  ['ar', 'دعم استثمارات الجالية', 'مواكبة مقاولات المغتربين'],
  [
    'en',
    'Open a one-stop shop for migrants in each municipality',
    'Create a single desk for foreigners in every commune',
  ],
  [
    'en',
    'Train municipal staff on the rights of migrants',
    'Teach council officers what rights foreigners have',
  ],
  ['en', 'Support diaspora investment', 'Help expatriates invest in business'],
  ['en', 'Publish migration statistics every year', 'Release yearly data on migration'],
  [
    'fr',
    'Désigner un référent migration dans chaque préfecture',
    'Nommer un correspondant migration par province',
  ],
  [
    'fr',
    'Héberger en urgence les femmes seules avec enfants',
    'Créer des places d’hébergement d’urgence pour les mères isolées',
  ],
  [
    'fr',
    'Simplifier l’obtention des papiers pour les étudiants étrangers',
    'Alléger les démarches des étudiants migrants',
  ],
  [
    'fr',
    'Mettre à disposition des médiateurs culturels dans les centres de santé',
    'Faire accompagner les soins par des interprètes',
  ],
  ['fr', 'Tenir à jour une carte des associations', 'Publier un annuaire des ONG'],
  ['fr', 'Lutter contre la traite des êtres humains', 'Protéger les victimes de la traite'],
  [
    'fr',
    'Évaluer chaque année la politique migratoire régionale',
    'Mesurer tous les ans les effets du programme régional sur la migration',
  ],
  ['ar', 'تيسير ولوج الأطفال المهاجرين إلى المدرسة', 'دعم تمدرس أطفال الأجانب'],
  ['ar', 'حماية ضحايا الاتجار بالبشر', 'صون حقوق ضحايا الاتجار'],
  ['en', 'Map the associations that help migrants', 'Keep a directory of NGOs supporting migrants'],
] as const;
const others = [
  ['fr', 'Créer un guichet unique pour les migrants', 'Créer un observatoire régional de la migration'],
  ['fr', 'Former les agents des communes', 'Financer les communes rurales'],
  ['fr', 'Renforcer la coordination', 'Renforcer les capacités des associations de migrants'],
  ['fr', 'Scolariser les enfants de migrants', 'Soigner les enfants de migrants'],
  ['fr', 'Ouvrir un centre de santé pour les migrants', 'Ouvrir un centre culturel pour les migrants'],
  ['fr', 'Soutenir les coopératives de femmes', 'Soutenir les projets de la diaspora'],
  ['fr', 'Publier des statistiques sur les migrations', 'Publier un guide pour les migrants'],
  ['fr', 'Loger les travailleurs saisonniers', 'Former les travailleurs saisonniers aux langues'],
  ['fr', 'Informer les femmes migrantes de leurs droits', 'Protéger les mineurs non accompagnés'],
  ['fr', 'Réunir chaque année les régions', 'Publier chaque année les comptes des régions'],
  [
    'fr',
    'Tenir une rencontre annuelle avec la diaspora',
    'Accompagner les projets de la diaspora à distance',
  ],
  ['fr', 'Créer un fonds régional pour la diaspora', 'Créer un réseau régional des associations'],
  ['fr', 'Ouvrir un guichet d’accueil et d’orientation', 'Ouvrir les centres de santé à toute personne'],
  ['fr', 'Former des enseignants aux classes plurilingues', 'Former les agents de première ligne'],
  ['fr', 'Nommer un interlocuteur unique de l’accueil', 'Tenir un répertoire public des services d’accueil'],
  ['fr', 'Orienter les mineurs de retour vers l’école', 'Suivre les personnes de retour pendant un an'],
  ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'تكوين موظفي الجماعات'],
  ['ar', 'إحداث مرصد جهوي للهجرة', 'إحداث صندوق جهوي للهجرة'],
  ['ar', 'دعم تعاونيات النساء', 'دعم تمدرس الأطفال'],
  ['en', 'Train municipal staff', 'Open a regional observatory'],
  ['en', 'Publish data on mobility', 'Publish a guide for seasonal workers'],
  ['en', 'Open a reception desk', 'Open health centres to everybody'],
  ['en', 'Support projects of the diaspora', 'Support schools in rural municipalities'],
  [
    'fr',
    'Désigner un référent migration dans chaque préfecture',
    'Ouvrir un centre de langue dans chaque préfecture',
  ],
  ['fr', 'Héberger en urgence les femmes seules avec enfants', 'Vacciner les enfants des femmes migrantes'],
  ['fr', 'Simplifier les démarches des étudiants étrangers', 'Loger les étudiants étrangers'],
  ['fr', 'Tenir à jour une carte des associations', 'Former les associations à la comptabilité'],
  ['fr', 'Évaluer chaque année la politique régionale', 'Réunir chaque année les maires'],
  ['ar', 'تيسير ولوج الأطفال إلى المدرسة', 'تيسير ولوج النساء إلى العلاج'],
  ['en', 'Map the associations that help migrants', 'Fund associations of young people'],
] as const;
/** Said in two languages. */
const translations = [
  [
    { fr: 'Former les agents des communes aux droits des migrants' },
    { ar: 'تكوين موظفي الجماعات في حقوق المهاجرين' },
  ],
  [{ fr: 'Soutenir les investissements de la diaspora' }, { en: 'Support diaspora investment' }],
  [{ ar: 'إحداث مرصد جهوي للهجرة' }, { fr: 'Créer un observatoire régional de la migration' }],
  [
    { en: 'Teach women’s associations about seasonal work' },
    { fr: 'Former les associations de femmes au travail saisonnier' },
  ],
] as const;
const translatedOthers = [
  [{ fr: 'Former les agents des communes aux droits des migrants' }, { ar: 'إحداث صندوق جهوي للهجرة' }],
  [{ fr: 'Soutenir les investissements de la diaspora' }, { en: 'Support schools in rural municipalities' }],
  [{ ar: 'إحداث مرصد جهوي للهجرة' }, { fr: 'Créer un fonds régional de la migration' }],
] as const;

describe('pairs of recommendations', () => {
  const tell = (locale: string, one: string, other: string) =>
    titleLikeness({ [locale]: one }, { [locale]: other }) !== null;

  it('are found where they ask for the same in other words, and told apart where they do not', () => {
    const missed = paraphrases.filter(([locale, one, other]) => !tell(locale, one, other));
    const mistaken = others.filter(([locale, one, other]) => tell(locale, one, other));
    expect(missed.length / paraphrases.length).toBeLessThanOrEqual(0.2);
    expect(mistaken.length / others.length).toBeLessThanOrEqual(0.15);
  });

  it('are found across languages', () => {
    expect(translations.filter(([one, other]) => titleLikeness(one, other) === null)).toEqual([]);
    expect(translatedOthers.filter(([one, other]) => titleLikeness(one, other) !== null)).toEqual([]);
  });
});

describe('the senses by which others are looked for', () => {
  it('are those that tell most, and never without end', () => {
    const keys = (fr: string) => tellingSenses({ fr }).map(({ weight }) => weight);
    expect(keys('Ouvrir un guichet pour les saisonniers')).toEqual([1, 0.9]);
    expect(keys('Ouvrir')).toEqual([0.3]);
    expect(keys('a de la')).toEqual([]);
    const long = Array.from({ length: 300 }, (_, at) => `mot${String.fromCodePoint(97 + (at % 26))}x`).join(
      ' ',
    );
    expect(keys(long).length).toBeLessThanOrEqual(24);
  });
});
