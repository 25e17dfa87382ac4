import * as v from 'valibot';
import { choice, count, id, problems, text } from '#platform/locale/schema.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { relations, starts, targets } from './model.ts';

const end = v.object({ kind: text(40), id });

/** Both ends are of kinds that the relation joins. */
export const linkInput = v.pipe(
  v.object({
    from: end,
    relation: choice(relations),
    to: end,
    position: v.optional(count, 0),
  }),
  v.forward(
    v.partialCheck(
      [['from', 'kind'], ['relation']],
      ({ from, relation }) => starts[relation].includes(from.kind as RecordKind),
      problems.notAChoice,
    ),
    ['from', 'kind'],
  ),
  v.forward(
    v.partialCheck(
      [['to', 'kind'], ['relation']],
      ({ to, relation }) => targets[relation] === to.kind,
      problems.notAChoice,
    ),
    ['to', 'kind'],
  ),
);

export type LinkInput = v.InferInput<typeof linkInput>;

/** A record and what it is to be linked with. */
export const recordLinkInput = v.object({ fromId: id, relation: choice(relations), toId: id });

export type RecordLinkInput = v.InferInput<typeof recordLinkInput>;

/** A link of a record that stands. */
export const recordUnlinkInput = v.object({ fromId: id, linkId: id });

export type RecordUnlinkInput = v.InferInput<typeof recordUnlinkInput>;

export const linkMove = v.object({ ...recordUnlinkInput.entries, by: choice(['up', 'down']) });

export type LinkMove = v.InferInput<typeof linkMove>;
