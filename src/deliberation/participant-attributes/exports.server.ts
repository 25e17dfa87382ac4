import { actorTypes } from '#events/workshops/model.ts';
import { csvFile } from '#formats/csv/writer.ts';
import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { typeWord } from './components/words.ts';

/** An example of `participants.csv`, to be filled in: a row for each actor type of the program, in a language's words. */
export function attributesExample(locale: Locale): string {
  const territory = m.deliberation_votes_example_territory({}, { locale });
  const rows = actorTypes.map((type, at) => [
    String(at),
    typeWord(type, locale),
    territory,
    // One of them reports what a table of six said.
    at === 0 ? '6' : '1',
  ]);
  return csvFile(
    [['participant', 'actor-type', 'territory', 'weight'], ...rows],
    locale === 'en' ? ',' : ';',
  );
}
