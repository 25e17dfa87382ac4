import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rooms = new URL('../../messages/', import.meta.url);
const messages = readdirSync(rooms).flatMap((room) =>
  Object.entries(
    JSON.parse(readFileSync(new URL(`${room}/ar.json`, rooms), 'utf8')) as Record<string, unknown>,
  ).map(([key, value]) => [key, JSON.stringify(value)] as const),
);
const letter = '[\\u0621-\\u0652]';
const word = (words: string) => new RegExp(`(?<!${letter})(?:${words})(?!${letter})`);

it('Arabic messages call an organisation by one word', () => {
  // الجهة المنظمة is whoever organises.
  const other = messages.filter(([, text]) =>
    word('(ال|لل|ب?ال)?منظم(ة|ات)').test(text.replace('الجهة المنظمة', '')),
  );
  expect(other).toEqual([]);
});

it('Arabic messages address the reader in the plural', () => {
  const singular = word(
    'اختر|أدخل|اكتب|انتظر|راجع|صحّح|سجّل الدخول|أعد|أضف|سمّ|تجاهل|فتجاهل|يمكنك|لديك|حسابك|جلستك|دخولك|اسمك|عنوانك|ملفك|كلمتك|نصوصك|تغييراتك|كتابتك|طلبته|كتبته',
  );
  expect(messages.filter(([, text]) => singular.test(text))).toEqual([]);
});
