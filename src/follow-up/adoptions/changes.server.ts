import {
  adoptEntry,
  adopting,
  takeBackAdoption,
  type Adopted,
  type Adopting,
} from '#events/board-adoptions/changes.server.ts';
import type { BoardKind } from '#events/board/model.ts';
import type { AdoptionInput, SeenEntry } from '#events/board/schema.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns } from '#platform/locale/text.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { done, refused } from '#platform/records/outcome.ts';
import { createRecord, freeSlug } from '#platform/records/records.server.ts';
import { slugify } from '#platform/text/slug.ts';
import { unanswered } from '../recommendations/model.ts';
import { RECOMMENDATION_MOST, textOfRecommendation, titleAndText } from './model.ts';
import { freeReference } from './queries.server.ts';

/** A recommendation enters the register with a reference of its workshop, shared there, from its sessions. */
const recommending: Adopting = {
  kind: 'recommendations',
  textOf: textOfRecommendation,
  async make(tx, actor, { entry, conclusionId }: Adopted) {
    if (locales.some((locale) => (entry[`text_${locale}`]?.length ?? 0) > RECOMMENDATION_MOST))
      return refused(problems.tooLong, 'text');
    const { slug: workshop } = await tx
      .selectFrom('workshops')
      .select('slug')
      .where('id', '=', entry.workshop_id)
      .executeTakeFirstOrThrow();
    const texts = titleAndText(entry);
    const named = locales.map((locale) => texts[`title_${locale}`]).find(Boolean) ?? '';
    const id = await createRecord(tx, actor, 'recommendations', {
      slug: await freeSlug(tx, 'recommendations', slugify(named)),
      reference: await freeReference(tx, workshop),
      position: await nextPosition(tx, 'recommendations'),
      ...texts,
      ...columns('priority_reason', undefined),
      ...columns('beneficiaries', undefined),
      issued_on: null,
      source_pages: null,
      priority: null,
      visibility: 'public',
      ...unanswered,
    });
    await link(tx, actor, id, 'shared-at', { kind: 'workshops', id: entry.workshop_id });
    if (conclusionId) await link(tx, actor, id, 'follows-from', { kind: 'conclusions', id: conclusionId });
    return { ok: true, id };
  },
};

const ways: Record<BoardKind, Adopting> = { ...adopting, recommendation: recommending };

/** Adopts an entry of a workshop's board: see `adoptEntry`. A recommendation enters the register. */
export function adopt(target: Target, actor: Actor, input: AdoptionInput) {
  return adoptEntry(target, actor, input, ways);
}

/** Takes an adoption back: see `takeBackAdoption`. A recommendation leaves the register. */
export function takeBack(target: Target, actor: Actor, input: SeenEntry, references: References) {
  return takeBackAdoption(target, actor, input, ways, references);
}

async function link(
  tx: Transaction,
  actor: Actor,
  from: string,
  relation: 'shared-at' | 'follows-from',
  to: { kind: 'workshops' | 'conclusions'; id: string },
): Promise<void> {
  done(await createLink(tx, actor, { from: { kind: 'recommendations', id: from }, relation, to }, true));
}
