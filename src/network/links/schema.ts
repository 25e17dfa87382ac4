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
