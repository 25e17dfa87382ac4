import { newStemmer } from 'snowball-stemmers';

const snowball = newStemmer('arabic');

/**
 * Snowball's Arabic stemmer also removes prefixes, and takes root letters with them (وزارة → زار, فندق → ندق). Clitics
 * are gone by now, so a letter that is no prefix stands in front while it works: only its suffix rules can apply.
 */
const SHIELD = 'ط';

/** Irregular plurals and spellings of the field → the singular. Broken plurals have no rule. */
const SINGULARS: Record<string, string> = {
  اقاليم: 'اقليم',
  مجالس: 'مجلس',
  برامج: 'برنامج',
  مشاريع: 'مشروع',
  مدن: 'مدينه',
  مناطق: 'منطقه',
  دول: 'دوله',
  بلدان: 'بلد',
  شركاء: 'شريك',
  خبراء: 'خبير',
  وزراء: 'وزير',
  سفراء: 'سفير',
  روساء: 'رييس',
  اعضاء: 'عضو',
  لجان: 'لجنه',
  مراكز: 'مركز',
  اهداف: 'هدف',
  نتايج: 'نتيجه',
  تقارير: 'تقرير',
  وثايق: 'وثيقه',
  محاضر: 'محضر',
  موارد: 'مورد',
  تدابير: 'تدبير',
  تجارب: 'تجربه',
  نقاط: 'نقطه',
  فرص: 'فرصه',
  اوراش: 'ورش',
  مغاربه: 'مغربي',
  افارقه: 'افريقي',
  طلبه: 'طالب',
  اساتذه: 'استاذ',
  اطفال: 'طفل',
  سنوات: 'سنه',
  سنين: 'سنه',
  خريطه: 'خارطه',
  خرايط: 'خارطه',
};

/** Words whose last two letters look like a plural or dual ending and belong to the word. */
const FIXED = new Set(
  `تعاون قانون ميدان ميزان سكان انسان برلمان ضمان لسان مكان زمان عنوان امتحان مهرجان سلطان لبنان سودان باكستان ايران
   تطوان بركان شفشاون افران بولمان طانطان وزان بنسليمان سليمان الله`.split(/\s+/),
);
/** تفعيل of a root in ن: تكوين, تحسين, تمكين. */
const VERBAL_NOUN = /^ت..ين$/;

/** Endings Snowball would take for a pronoun or a verb's; in this field they are root letters (مشارك, مساهم, محاكم). */
const ROOT_ENDING = /(?:ك|[هك][من]|ت)$/;

/**
 * The stem of one folded Arabic word without clitics: توصيه, توصيات → توص; جهه, جهات → جه; اقليم, اقاليم → اقليم.
 * The sound feminine plural is turned into its singular first, which Snowball leaves apart. At least three letters
 * stay, two where the feminine ending was all there was to remove. Broken plurals outside the table, adjectives beside
 * their noun (جهة, جهوي) and a pronoun hung on a masculine noun (برنامجهم) do not meet.
 */
export function arabicStem(word: string): string {
  const singular = SINGULARS[word] ?? word.replace(/(?<=..)ات$/, 'ه');
  if (FIXED.has(singular) || VERBAL_NOUN.test(singular) || ROOT_ENDING.test(singular)) return singular;
  const feminine = singular.endsWith('ه');
  const stem = snowball.stem(SHIELD + (feminine ? `${singular.slice(0, -1)}ة` : singular)).slice(1);
  return stem.length >= (feminine ? 2 : 3) ? stem : singular;
}
