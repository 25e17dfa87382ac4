import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { sourceInput, type SourceInput } from './schema.ts';

/** Records where facts are read. */
export function createSource(target: Target, actor: Actor, input: SourceInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: sourceInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'sources', {
        title: values.title,
        language: values.language,
        publisher: values.publisher,
        publisher_fr: values.publisherNames?.fr ?? null,
        publisher_ar: values.publisherNames?.ar ?? null,
        publisher_en: values.publisherNames?.en ?? null,
        url: values.url ?? null,
        published_on: values.publishedOn ?? null,
        consulted_on: values.consultedOn,
        licence: values.licence ?? null,
      }),
    }),
  );
}
