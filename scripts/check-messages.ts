import { textOf } from './check/files.ts';
import { report, type Refusal } from './check/refusal.ts';
import { looseFrench } from './check/message.ts';
import { locales, readCatalogues, type Catalogue } from './check/messages-read.ts';
import { usesOf } from './check/messages-used.ts';

/**
 * Checks the messages of every room: the same keys in three languages, with the room's name before them, the
 * same inputs, no empty text, every plural category of the language, French punctuation that no line parts, each
 * used, and none used that isn't there.
 */
export function checkMessages(root: string): Refusal[] {
  const { catalogues, refusals } = readCatalogues(root);
  const rooms = [...new Set(catalogues.map(({ room }) => room))];
  return [
    ...refusals,
    ...rooms.flatMap((room) => compiled(root, room)),
    ...rooms.flatMap((room) => sameInAll(catalogues.filter((catalogue) => catalogue.room === room))),
    ...catalogues.flatMap(inEach),
    ...usage(root, catalogues),
  ];
}

/** A room whose files the compiler is not told of has no messages, and nothing says so. */
function compiled(root: string, room: string): Refusal[] {
  const file = 'project.inlang/settings.json';
  const pattern = `./messages/${room}/{locale}.json`;
  const { pathPattern } = JSON.parse(textOf(root, file))['plugin.inlang.messageFormat'];
  if ([pathPattern].flat().includes(pattern)) return [];
  return [{ file, rule: `messages/${room} is not compiled`, instead: `add "${pattern}" to pathPattern.` }];
}

/** The same keys and the same inputs in all languages of a room. */
function sameInAll(room: Catalogue[]): Refusal[] {
  const keys = [...new Set(room.flatMap(({ messages }) => [...messages.keys()]))];
  return keys.flatMap((key) => {
    const holder = room.find(({ messages }) => messages.has(key));
    const expected = holder?.messages.get(key)?.inputs.join(', ') ?? '';
    return room.flatMap(({ file, messages }): Refusal[] => {
      const message = messages.get(key);
      if (!message) {
        return [{ file, rule: `${key} is missing`, instead: `write it: ${holder?.file} has it.` }];
      }
      if (message.inputs.join(', ') === expected) return [];
      return [
        {
          file,
          line: message.line,
          rule: `${key} takes {${message.inputs.join(', ')}}, in ${holder?.locale} {${expected}}`,
          instead:
            'use the same placeholders in every language; declare as "input" one that a language leaves out.',
        },
      ];
    });
  });
}

/** What holds for one file by itself. */
function inEach({ room, locale, file, messages }: Catalogue): Refusal[] {
  const prefix = `${room.replaceAll('-', '_')}_`;
  return [...messages].flatMap(([key, { line, texts, plurals }]) => {
    const found: Refusal[] = [];
    if (!new RegExp(`^${prefix}[a-z0-9_]+$`).test(key)) {
      found.push({
        file,
        line,
        rule: `${key} does not begin with ${prefix}`,
        instead: `name it ${prefix}… in small letters, digits and _.`,
      });
    }
    if (texts.some((text) => text.trim() === '')) {
      found.push({
        file,
        line,
        rule: `${key} has an empty text`,
        instead: 'write the text, or take the key out of the three files.',
      });
    }
    const loose = locale === 'fr' ? texts.map(looseFrench).find((found) => found) : undefined;
    if (loose) {
      found.push({
        file,
        line,
        rule: `${key} has a loose space at “${loose.words}”`,
        instead: `put ${loose.instead}.`,
      });
    }
    for (const [name, { categories, type }] of plurals) {
      const missing = categoriesOf(locale, type).filter((category) => !categories.has(category));
      if (missing.length > 0) {
        found.push({
          file,
          line,
          rule: `${key} has no variant for ${name}=${missing.join(', ')}`,
          instead: `${locale} has the categories ${categoriesOf(locale, type).join(', ')}: write each.`,
        });
      }
      const strange = [...categories].filter(
        (category) => category !== '*' && !categoriesOf(locale, type).includes(category),
      );
      if (strange.length > 0) {
        found.push({
          file,
          line,
          rule: `${key} has a variant for ${name}=${strange.join(', ')}, which ${locale} does not know`,
          instead: 'take the variant out: it is never shown.',
        });
      }
    }
    return found;
  });
}

/**
 * The categories a number can fall into. French "many" is for a million and more: "de" goes before the noun
 * (un million d'habitants), so a text that shows figures needs it as well.
 */
function categoriesOf(locale: string, type: Intl.PluralRuleType): string[] {
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
}

function usage(root: string, catalogues: Catalogue[]): Refusal[] {
  const uses = usesOf(root);
  const named = new Set(uses.filter(({ prefix }) => !prefix).map(({ key }) => key));
  const beginnings = uses.filter(({ prefix }) => prefix).map(({ key }) => key);
  const known = new Set(catalogues.flatMap(({ messages }) => [...messages.keys()]));
  const unused = catalogues
    .filter(({ locale }) => locale === locales[0])
    .flatMap(({ file, messages }) =>
      [...messages].flatMap(([key, { line }]): Refusal[] =>
        named.has(key) || beginnings.some((start) => key.startsWith(start))
          ? []
          : [
              {
                file,
                line,
                rule: `${key} is not used`,
                instead: 'take it out of the three files, or use it as m.key() or by its whole name.',
              },
            ],
      ),
    );
  const unknown = uses
    .filter(({ key, prefix, certain }) => certain && !prefix && !known.has(key))
    .map(({ file, line, key }) => ({
      file,
      line,
      rule: `there is no message ${key}`,
      instead: 'add it to the three files of its room, or correct the name.',
    }));
  return [...unused, ...unknown];
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = report('messages', checkMessages(process.cwd()));
}
