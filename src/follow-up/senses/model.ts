import { locales, type Locale } from '#platform/locale/locale.ts';
import { stems } from '#platform/text/stem.ts';

/**
 * Words that recommendations say for one another, sense by sense, in the three languages: what asks for the same in other
 * words is found by them, across languages as well. A word stands with one sense. How much a sense tells of a
 * recommendation stands with it: that something is to be opened tells little, that it is for seasonal workers a lot.
 */
export const senseTable: readonly (readonly [weight: number, fr: string, ar: string, en: string])[] = [
  // What is to be done.
  [
    0.3,
    'ouvrir créer création instaurer établir lancer installer instituer mettre mise place doter ériger implanter tenir prévoir',
    'إحداث فتح إنشاء إرساء خلق وضع إقامة تأسيس',
    'open create establish launch set build install keep provide',
  ],
  [
    0.3,
    'renforcer consolider améliorer développer accroître appuyer appui soutenir soutien accompagner aider faciliter simplifier alléger',
    'تعزيز تقوية دعم تطوير تحسين مواكبة مساعدة تيسير تسهيل',
    'strengthen support improve develop reinforce accompany help facilitate ease simplify',
  ],
  [0.8, 'former formation initier enseigner qualifier', 'تكوين تدريب تأهيل', 'train training teach'],
  [
    0.8,
    'informer information renseigner orienter orientation sensibiliser guider',
    'إعلام إخبار توجيه إرشاد تحسيس',
    'inform information guide orient orientation advise',
  ],
  [0.6, 'publier diffuser publication diffusion paraître', 'نشر تعميم إصدار', 'publish disseminate release'],
  [
    0.8,
    'coordination coordonner concertation concerter partenariat articuler',
    'تنسيق تشاور شراكة',
    'coordination coordinate partnership consultation consult',
  ],
  [0.7, 'impliquer participer participation consulter', 'إشراك مشاركة', 'involve participate participation'],
  [
    0.9,
    'reconnaître reconnaissance valider validation certifier certification attester équivalence',
    'الاعتراف معادلة إشهاد',
    'recognise recognition validate validation certify',
  ],
  [
    0.6,
    'évaluer évaluation suivre suivi mesurer',
    'تقييم تتبع قياس',
    'evaluate evaluation monitor monitoring assess measure',
  ],
  [0.7, 'protéger protection défendre', 'حماية صون', 'protect protection safeguard'],
  [0.3, 'désigner nommer charger confier', 'تعيين تكليف تسمية', 'appoint name designate'],
  [0.3, 'an année annuel annuellement', 'سنة سنوي سنوات', 'year yearly annual annually'],
  [
    0.8,
    'lutter lutte combattre contre prévenir prévention',
    'مكافحة محاربة مناهضة وقاية',
    'fight combat against prevent prevention',
  ],
  // By what means.
  [
    0.9,
    'guichet bureau antenne permanence comptoir point',
    'شباك مكتب نقطة مداومة',
    'desk counter shop bureau',
  ],
  [0.8, 'accueil accueillir réception recevoir', 'استقبال', 'reception welcome receive'],
  [0.7, 'unique seul unifié', 'موحد وحيد', 'single stop unified'],
  [0.9, 'observatoire veille', 'مرصد رصد', 'observatory watch'],
  [
    0.9,
    'données statistiques chiffres indicateurs',
    'معطيات بيانات إحصائيات إحصاءات مؤشرات',
    'data statistics figures indicators',
  ],
  [
    0.9,
    'fonds financement financer budget crédits subvention',
    'صندوق تمويل ميزانية اعتمادات',
    'fund funding finance budget grant',
  ],
  [
    0.6,
    'plan stratégie programme politique',
    'خطة استراتيجية برنامج سياسة',
    'plan strategy programme policy',
  ],
  [
    0.7,
    'rencontre réunion forum conférence assises',
    'لقاء اجتماع منتدى ملتقى ندوة',
    'meeting forum conference gathering',
  ],
  [0.7, 'réseau plateforme', 'شبكة منصة', 'network platform'],
  [
    0.9,
    'interprète interprétation traduction traducteur médiateur médiatrice médiation',
    'ترجمة مترجم وسيط وساطة',
    'interpreter interpretation translation translator mediator mediation',
  ],
  [
    0.8,
    'papiers documents formulaires imprimés démarches',
    'وثائق استمارات مطبوعات إجراءات',
    'papers documents forms formalities',
  ],
  [
    0.8,
    'répertoire annuaire carte cartographie recenser recensement',
    'دليل خريطة جرد',
    'directory map mapping register',
  ],
  [0.9, 'référent correspondant interlocuteur', 'مخاطب مرجعي مراسل', 'referent correspondent contact'],
  [
    0.9,
    'numérique internet ligne application',
    'رقمي رقمنة إنترنت تطبيق',
    'digital online internet application',
  ],
  [0.9, 'transport mobilité déplacement', 'نقل تنقل تنقلات', 'transport mobility travel'],
  [0.9, 'culture culturel patrimoine', 'ثقافة ثقافي تراث', 'culture cultural heritage'],
  [0.9, 'transfert envoi épargne', 'تحويل تحويلات ادخار', 'remittance transfer savings'],
  // For whom, with whom, where.
  [0.9, 'réfugié asile', 'لاجئ لاجئين لجوء', 'refugee asylum'],
  [0.9, 'étudiant étude', 'طالب طلبة دراسة', 'student study'],
  [0.8, 'famille familial parent', 'أسرة أسر عائلة والدين', 'family parent'],
  [0.9, 'racisme raciste discrimination préjugé', 'عنصرية تمييز', 'racism racist discrimination prejudice'],
  [0.9, 'climat climatique environnement sécheresse', 'مناخ مناخي بيئة جفاف', 'climate environment drought'],
  [
    0.4,
    'migrant migrante migration étranger étrangère immigré immigration exilé',
    'مهاجر مهاجرين مهاجرات هجرة أجنبي أجانب',
    'migrant migration foreigner immigrant immigration',
  ],
  [
    0.8,
    'agent personnel fonctionnaire employé équipe salarié cadre',
    'موظف موظفين أعوان أطر مستخدم',
    'staff officer official employee team',
  ],
  [
    0.7,
    'commune communal municipal municipalité mairie collectivité',
    'جماعة جماعات بلدية',
    'municipality municipal commune council',
  ],
  [0.4, 'région régional', 'جهة جهوي', 'region regional'],
  [0.6, 'province provincial préfecture', 'إقليم أقاليم', 'province provincial prefecture'],
  [1, 'diaspora expatrié émigré expatriation', 'جالية مغترب مغتربين مغاربة', 'diaspora expatriate emigrant'],
  [0.9, 'jeune jeunesse', 'شباب', 'youth young'],
  [0.9, 'femme féminin mère', 'نساء نسائي أم أمهات', 'woman women female mother'],
  [0.9, 'enfant mineur', 'أطفال طفل قاصر قاصرين', 'child children minor'],
  [
    0.9,
    'école scolaire scolarisation scolariser élève éducation classe',
    'مدرسة مدارس تمدرس تعليم تربية تلاميذ',
    'school schooling pupil education class',
  ],
  [
    0.9,
    'santé soins médical sanitaire hôpital',
    'صحة صحي علاج مستشفى مستشفيات طبي',
    'health care medical hospital clinic',
  ],
  [
    0.9,
    'logement hébergement habitat loger héberger loyer',
    'سكن إيواء كراء',
    'housing shelter accommodation lodging rent',
  ],
  [
    0.8,
    'emploi travail travailleur embauche embaucher insertion métier',
    'شغل عمل عمال تشغيل مهنة',
    'employment employ work worker job hire',
  ],
  [1, 'saisonnier saison', 'موسمي موسم', 'seasonal season'],
  [
    0.9,
    'compétence acquis expérience qualification savoir',
    'كفاءة كفاءات مكتسبات مهارة مهارات خبرة',
    'skill experience qualification competence',
  ],
  [0.9, 'langue linguistique plurilingue multilingue', 'لغة لغات لغوي', 'language multilingual linguistic'],
  [0.8, 'droit juridique légal justice', 'حق حقوق قانوني قانونية عدالة', 'right legal law justice'],
  [
    0.8,
    'entreprise entrepreneur investissement investir investisseur coopérative',
    'مقاولة مقاولات استثمار مستثمر تعاونية',
    'enterprise business entrepreneur investment invest cooperative',
  ],
  [0.8, 'association associatif ong', 'جمعية جمعيات جمعوي', 'association ngo'],
  [1, 'retour rentrer réinsertion réintégration', 'عودة عائد عائدين', 'return returnee reintegration'],
  [0.8, 'rural campagne village', 'قروي قرية قرى', 'rural village countryside'],
  [1, 'violence traite victime', 'عنف اتجار ضحية ضحايا', 'violence trafficking victim'],
  [
    0.9,
    'université universitaire chercheur recherche',
    'جامعة جامعي باحث بحث',
    'university researcher research',
  ],
];

/** A sense, or a word that has none in the table, with how much it tells. */
export interface Sense {
  /** The number of a sense in the table; for a word of its own, its stem after a sign. */
  key: string;
  weight: number;
}

const OWN = '=';

/** Whether a sense is one of the table, so that it is met across languages. */
export const isShared = ({ key }: Sense): boolean => !key.startsWith(OWN);

const byStem: Readonly<Record<Locale, ReadonlyMap<string, number>>> = Object.fromEntries(
  locales.map((locale) => [
    locale,
    new Map(
      senseTable.flatMap(([, fr, ar, en], at) =>
        stems({ fr, ar, en }[locale], locale).map((stem): [string, number] => [stem, at]),
      ),
    ),
  ]),
) as Record<Locale, Map<string, number>>;

/** The senses of a text, each once. */
export function sensesOf(text: string, locale: Locale): Map<string, Sense> {
  const found = new Map<string, Sense>();
  for (const stem of stems(text, locale)) {
    const at = byStem[locale].get(stem);
    const sense =
      at === undefined ? { key: OWN + stem, weight: 1 } : { key: String(at), weight: senseTable[at]![0] };
    found.set(sense.key, sense);
  }
  return found;
}

/** The stems, in every language, by which a record that has a sense may be found. */
export function stemsOf({ key }: Sense): string[] {
  if (key.startsWith(OWN)) return [key.slice(OWN.length)];
  const at = Number(key);
  return [
    ...new Set(
      locales.flatMap((locale) => [...byStem[locale]].filter(([, own]) => own === at).map(([stem]) => stem)),
    ),
  ];
}
