import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { digestOf, readTranslations, writersOf } from './queries.server.ts';
import { signOffInput, type SignOffInput } from './schema.ts';

/**
 * Says that a translation was read by a second person: one who may edit the record and did not write the text. A text
 * that changes afterwards waits to be read again, by itself.
 */
export function signOff(target: Target, actor: Actor, input: SignOffInput) {
  const asked = { allowed: actor.grants.length > 0, schema: signOffInput, input };
  return change(target, asked, async (tx, { kind, id, field, language, digest }) => {
    const record = await readTranslations(tx, actor, kind, id);
    if (!record) return refused(refusals.notAllowed);
    const found = record.translations.find((one) => one.field === field && one.language === language);
    if (!found || found.state === 'missing' || digestOf(found.text) !== digest)
      return refused(refusals.stale);
    if (found.state === 'original') return refused('publication_translation_refused_original');
    const writers = await writersOf(tx, kind, id);
    if (writers.get(`${field}_${language}`) === actor.id)
      return refused('publication_translation_refused_own');
    const review = { digest, reviewed_by: actor.id };
    const standing = await tx
      .selectFrom('translation_reviews')
      .select('id')
      .where('record_id', '=', id)
      .where('field', '=', field)
      .where('language', '=', language)
      .executeTakeFirst();
    if (standing) await updateRecord(tx, actor, 'translation_reviews', standing.id, review);
    else
      await createRecord(tx, actor, 'translation_reviews', {
        record_kind: kind,
        record_id: id,
        field,
        language,
        ...review,
      });
    return { id };
  });
}
