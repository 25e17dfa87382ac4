import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stripArabicClitics } from './clitics.ts';
import { normalise } from './normalise.ts';
import { tokens } from './tokens.ts';

const strip = (word: string) => stripArabicClitics(normalise(word));

describe('clitics come off', () => {
  it.each([
    ['الجهة', 'جهه'],
    ['والجهة', 'جهه'],
    ['بالجهة', 'جهه'],
    ['كالجهة', 'جهه'],
    ['فالجهة', 'جهه'],
    ['للجهة', 'جهه'],
    ['وللجهات', 'جهات'],
    ['وبالجهات', 'جهات'],
    ['فللجهات', 'جهات'],
    ['وجدة', 'وجده'],
    ['ووجدة', 'وجده'],
    ['بوجدة', 'وجده'],
    ['بجهة', 'جهه'],
    ['لجهة', 'جهه'],
    ['وبجهة', 'جهه'],
    ['وبرنامج', 'برنامج'],
    ['وحدود', 'حدود'],
    ['وطنجة', 'طنجه'],
    ['وسطات', 'سطات'],
    ['وإصلاح', 'اصلاح'],
    ['وإفريقيا', 'افريقيا'],
    ['وليبيا', 'ليبيا'],
    ['وإدارة', 'اداره'],
    ['بمشاركة', 'مشاركه'],
    ['بفاس', 'فاس'],
    ['بتنسيق', 'تنسيق'],
    ['باحترام', 'احترام'],
    ['لتعزيز', 'تعزيز'],
    ['لمواكبة', 'مواكبه'],
    ['لرئيس', 'رييس'],
    ['فمشاركة', 'مشاركه'],
    ['كقاعدة', 'قاعده'],
    ['سيشارك', 'يشارك'],
    ['ستنظم', 'تنظم'],
    ['للغة', 'لغه'],
    ['للجنة', 'لجنه'],
    ['لليبيا', 'ليبيا'],
    ['والتزام', 'التزام'],
    ['بالتزامات', 'التزامات'],
    ['الالتزام', 'التزام'],
    ['الألمانية', 'المانيه'],
    ['الآليات', 'اليات'],
    ['توصياتها', 'توصيات'],
    ['جهاتهم', 'جهات'],
    ['توصيتهم', 'توصيه'],
    ['وتوصياتنا', 'توصيات'],
    ['حياتهم', 'حياه'],
    ['مدينتنا', 'مدينه'],
  ])('%s → %s', (word, bare) => {
    expect(strip(word)).toBe(bare);
  });
});

describe('words that only look as if they had one stay whole', () => {
  it.each(
    `والي والد ولد ولاية ولايات وليد بلد بلدية فاس فاعل فاعلين فندق فريق فرنسا كلميم كتاب كفاءات وجدة وجهة وجود وادي
     وزارة وزير وطني وطنية وثيقة وحدة وضع وضعية وسط وسائل وساطة ورشة ورشات وصول وقاية وقت وكالة وكالات وفد وفيات
     واحة واجب واقع الله ليبيا لغة لجنة لقاء لاجئ لاجئين لندن بني باب بحث بيان بيئة بنك بادية باحث باحثين برنامج بركان
     بولمان بوجدور بنسليمان بترول سياسة سياحة سيدي سنة سنغال سنوات ستة سلا سوس سكان فبراير ألمانيا ألف آلاف آلية إلغاء
     لله فالح بالون التزام التحاق إلياس بالغين متهم بيتها مشارك مهاجرين حكامة هجرة تنمية أكادير إفران`.split(
      /\s+/,
    ),
  )('%s', (word) => {
    expect(strip(word)).toBe(normalise(word));
  });
});

const regions = [
  'طنجة-تطوان-الحسيمة',
  'الشرق',
  'فاس-مكناس',
  'الرباط-سلا-القنيطرة',
  'بني ملال-خنيفرة',
  'الدار البيضاء-سطات',
  'مراكش-آسفي',
  'درعة-تافيلالت',
  'سوس-ماسة',
  'كلميم-واد نون',
  'العيون-الساقية الحمراء',
  'الداخلة-وادي الذهب',
];
const source = new URL('../../../../shared/data/geo/morocco-map/provinces.json', import.meta.url);
const provinces: string[] = existsSync(source)
  ? JSON.parse(readFileSync(source, 'utf8')).objects.provinces.geometries.map(
      (geometry: { properties: { name: string } }) => geometry.properties.name,
    )
  : [];

/** The Arabic words of names, folded, without their article. */
const placeWords = (names: string[]) => [
  ...new Set(names.flatMap((name) => normalise(name).match(/\p{Script=Arabic}+/gu) ?? [])),
];
const withoutArticle = (word: string) => word.replace(/^ال(?=..)/, '');

describe('names of places', () => {
  it.each(placeWords(regions))('%s keeps its letters, alone, after و and after the article', (word) => {
    const bare = withoutArticle(word);
    expect(tokens(word, 'ar')).toEqual([bare]);
    expect(tokens(`و${word}`, 'ar')).toEqual([bare]);
    if (bare !== word) {
      expect(tokens(`ب${word}`, 'ar')).toEqual([bare]);
      expect(tokens(`وب${word}`, 'ar')).toEqual([bare]);
      expect(tokens(`لل${bare}`, 'ar')).toEqual([bare]);
    }
  });

  it.skipIf(provinces.length === 0)(
    'the 75 provinces and prefectures keep their letters, alone and after و (skipped where ../shared/data/geo is absent)',
    () => {
      const words = placeWords(provinces);
      expect(words.length).toBeGreaterThan(75);
      expect(words.map((word) => tokens(word, 'ar').join())).toEqual(words.map(withoutArticle));
      expect(words.map((word) => tokens(`و${word}`, 'ar').join())).toEqual(words.map(withoutArticle));
    },
  );
});
