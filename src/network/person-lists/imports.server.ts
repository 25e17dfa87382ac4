import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import {
  applyList,
  ListPlan,
  refusedWhole,
  withoutRows,
  type Agreed,
  type Planner,
} from '../list-previews/imports.server.ts';
import { columnOf, textsOf, type ListKind, type ListPreview } from '../list-previews/model.ts';
import { choiceResolver, readList } from '../lists/imports.server.ts';
import type { List } from '../lists/model.ts';
import { readAddresses } from '../lists/queries.server.ts';
import { createPerson, updatePerson } from '../people/changes.server.ts';
import { personInput, type PersonInput } from '../people/schema.ts';
import { mayEditNetwork } from '../policy.ts';
import { personColumns } from './model.ts';
import { readPersonList } from './queries.server.ts';

export { listBytes } from '../lists/imports.server.ts';
export type { ListPreview } from '../list-previews/model.ts';

/** What {@link importPeople} would do with a file's bytes (.xlsx, .xlsm, CSV); writes nothing. */
export async function previewPeople(db: Source, bytes: Uint8Array): Promise<ListPreview> {
  return (await planOf(db, readList(bytes, personColumns))).preview();
}

/**
 * Creates and changes people as a file says, all of it or, where anything is refused, nothing; the answer says
 * which. Whoever is in no row stays as they are.
 */
export async function importPeople(
  db: Database,
  actor: Actor,
  bytes: Uint8Array,
  agreed: Agreed = {},
): Promise<ListPreview> {
  const list = readList(bytes, personColumns);
  const plan: Planner = (source, leftOut) => planOf(source, withoutRows(list, leftOut));
  if (!mayEditNetwork(actor))
    return refusedWhole((await plan(db.reader)).preview(), 'platform_refused_not_allowed');
  return applyList(db, { task: 'import people', plan, ...agreed }, async (tx, { entries }) => {
    for (const { record, values, fields } of entries) {
      const input = inputOf(values) as PersonInput;
      if (record === null) done(await createPerson(tx, actor, input));
      else if (fields.length > 0)
        done(await updatePerson(tx, actor, { ...input, id: record.id, version: record.version }));
    }
  });
}

async function planOf(db: Source, list: List): Promise<ListPlan> {
  const { records } = await readPersonList(db);
  const kind: ListKind = {
    columns: personColumns,
    records: new Map(records.map((record) => [record.id, record])),
    addresses: await readAddresses(db, 'people'),
    resolver: () => choiceResolver(personColumns),
    check(values) {
      const issues = v.safeParse(personInput, inputOf(values)).issues ?? [];
      return issues.map((issue) => ({
        key: columnOf(v.getDotPath(issue), values),
        reason: issue.message,
      }));
    },
    named: (values) => ({
      slug: values['slug'] ?? '',
      names: [values['name_fr'], values['name_ar'], values['name_en']].filter((name) => name !== undefined),
      acronyms: [],
    }),
  };
  return new ListPlan(list, kind);
}

function inputOf(values: Readonly<Record<string, string>>) {
  const language = values['language'] ?? '';
  return { slug: values['slug'], name: textsOf(values, 'name', language) ?? { original: language } };
}
