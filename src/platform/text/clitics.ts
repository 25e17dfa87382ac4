import { STOP_WORDS } from './stop-words.ts';

/**
 * Arabic clitics: the article, conjunctions and prepositions written onto the following word, and pronouns written
 * onto its end. Words are folded by `normalise`, so ة is ه, and أ إ آ are ا.
 *
 * Without a dictionary a first letter is ambiguous (ولد, child; و+لد). The rules therefore strip only what is certain:
 * the article and its stacks, with a minimum left over; و unless the word is one of those that begin with it; and
 * ب ف ك ل س where the next letter cannot follow in a root, or where a noun of the field or a place is left. The second
 * ground is the constraint on neighbouring consonants in Semitic roots described by J. H. Greenberg, "The patterning of
 * root morphemes in Semitic", Word 6 (1950): ب and ف are not followed by another lip sound, nor ل by ر.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Whole words that only look as if they opened with a clitic. */
const WHOLE = list(`
  والي والد والده والدان والدين والديه والدته والدي
  الله الف الفين الاف الان اليه اليات المانيا الماني المانيه المانيين البانيا الباني البانيه القاء الحاق الغاء الزام
  الزامي الزاميه الهام الياس التزام التزامات التقاء التحاق التماس التباس التفاف العاب الكترون الكتروني الكترونيه
  بالغ بالغه بالغين بالغات باكتيريا بترول بتروليه فالنسيا فبراير لمحات لمسات لمعان لترات كالياري
`);

/** Words that begin with و of their own, as opening letters; a look-ahead frees the words that only share them. */
const OPENING_WAW = new RegExp(
  `^و(?:${[
    'اجب|اجه[هات]|احه|احات|احد|احي|ادي|ارد|اسع|اصل(?!اح)|اضح|اعد|اعي|افد|افر$|افره|اقع|اكب|اشنطن',
    'باء|تنان|تير|تاير|ثيق|ثايق|ثاي|جب|جد(?!يد|ول)|جه(?!و)|جود|جيه|حده|حدات|حدت|حيد',
    'داد|داع|ديع|راء|راث|رث|رد|رزا|رزز|رش|رق(?!م|اب)|رود|زار|زان|زراء|زع|زن|زير',
    'سام|ساط|سايل|سط(?!ات)|سعت|سعه|سيط|سيل|شيك|صاي|صف(?!رو)|صل(?!اح)|صول|صي(?!ان|غ)|ضع(?!ف|يف)|ضوح',
    'طن(?!ج)|طيد|ظاي|ظف|ظيف|عاء|عد$|عدت|عود|فاق|فاه|فد|فره|فرت|فق(?!ر)|فود|فيات|فير',
    'قاي|قت|قع|قف|قود|قوع|كال|كلاء|كيل|لاء|لاده|لادات|لاه|لاي|لوج|ليد|هب|هران|هم|يب|يكي',
  ].join('|')})`,
);

/** A preposition or future mark before a letter that cannot follow it in a root, or opens a verbal noun. */
const CERTAIN = /^(?:ب(?=[مف]..|ت...|ا.ت...)|ف(?=[مب]...)|ك(?=ق...)|ل(?=ر..|[تم]...)|س(?=[يت]...))/;

/** Nouns and first names that begin with س before ي or ت. */
const OPENING_SEEN = /^س(?:يا|يطر|ينار|ينما|يول|يدات|يرالي|يبران|يكولوج|يمنار|تار|تاي|تون|تين|توكهولم|توديو)/;

/** What may follow one preposition with certainty: nouns of the field and places without an article. */
const KNOWN = list(`
  جهه جهات اقليم اقاليم عماله عمالات جماعه جماعات مدينه مدن مجلس مجالس وزاره ولايه قطاع قطاعات منطقه مناطق دوله بلد
  بلدان تنميه هجره مهاجر مهاجرين مهاجرات شراكه شراكات تعاون حكامه برنامج برامج مشروع مشاريع مبادره مبادرات توصيه
  توصيات التزام التزامات ورشه ورشات جلسه جلسات اتفاقيه محضر خارطه شبكه دعم مواكبه تعزيز تنفيذ تتبع فايده عدد حضور
  وجده طنجه تطوان حسيمه فاس مكناس سلا رباط قنيطره سطات مراكش اسفي بني ملال خنيفره درعه تافيلالت سوس ماسه كلميم
  وادي اكادير تيزنيت زاكوره تازه تاونات بركان جراده تاوريرت فجيج افران صفرو خريبكه طاطا طانطان بوجدور كرسيف
  جرسيف شفشاون وزان اصيله سيدي قاسم سليمان ازيلال قلعه ورززات ورزازات شيشاوه انجاد انزكان ايت شتوكه يعقوب
  بولمان اوسرد طرفايه برشيد صالح افني مغرب هولندا سنغال
`);

/** Feminine nouns in -اة, whose ة turns into ت before a pronoun: here -ات is no plural. */
const SINGULAR_AT = list('حيات وفات صلات زكات نجات قنات فتات معانات مراعات مساوات مواسات');

const kept = (word: string): boolean => WHOLE.has(word) || STOP_WORDS.ar.has(word);

/** Length of the article, alone or after a preposition, when at least two (or three) letters follow it; else 0. */
function articleLength(word: string): number {
  if (word.startsWith('ال')) return word.length >= 4 ? 2 : 0;
  if (/^[بكف]ال/.test(word)) return word.length >= 6 ? 3 : 0;
  if (word.startsWith('لل')) return word.length >= 5 ? 2 : 0;
  return 0;
}

function withoutConjunction(word: string): string {
  const rest = word.slice(1);
  if (word.startsWith('و')) {
    if (OPENING_WAW.test(word)) return word;
    return kept(rest) || rest === 'بن' || rest.length >= 3 ? rest : word;
  }
  if (!word.startsWith('ف')) return word;
  return articleLength(rest) > 0 || STOP_WORDS.ar.has(rest) ? rest : word;
}

/** ل before the article of a word that itself begins with ل: one of the three is not written (للغة, للجنة, لليبيا). */
const THREE_LAMS = /^لل(?:غه$|غات|جنه|جان|قاء|اجي|يبي|وحه|وحات|واء)/;

function withoutPreposition(word: string): string {
  const rest = word.slice(1);
  if (THREE_LAMS.test(word)) return rest;
  if (/^[بلكف]/.test(word) && (KNOWN.has(rest) || (WHOLE.has(rest) && rest.length > 3))) return rest;
  const length = articleLength(word);
  if (length > 0) return word.slice(length);
  if (CERTAIN.test(word) && !OPENING_SEEN.test(word)) return rest;
  return word;
}

/** Only after ت, where the pronoun is beyond doubt: توصياتها → توصيات, توصيتهم → توصيه. */
function withoutPronoun(word: string): string {
  const [, noun, plural] = /^(.+?(ا?)ت)(?:ها|هم|هن|هما|نا|كم)$/.exec(word) ?? [];
  if (noun === undefined) return /....اته$/.test(word) ? word.slice(0, -1) : word;
  if (plural === 'ا' && !SINGULAR_AT.has(noun)) return noun.length >= 4 ? noun : word;
  return word.length >= 6 ? `${noun.slice(0, -1)}ه` : word;
}

/**
 * A folded Arabic word without the clitics that can be told with certainty: والتوصيات → توصيات, بالجهة → جهه,
 * للجهات → جهات, توصياتها → توصيات; والي, ولد, فاس, ليبيا come back as they are. Linear, idempotent for the words
 * of the field though not for every string.
 */
export function stripArabicClitics(word: string): string {
  if (kept(word)) return word;
  const noun = withoutConjunction(word);
  if (kept(noun)) return noun;
  const bare = withoutPreposition(noun);
  return kept(bare) ? bare : withoutPronoun(bare);
}
