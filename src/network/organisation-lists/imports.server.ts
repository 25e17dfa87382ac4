import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import {
  applyList,
  ListPlan,
  refusedWhole,
  withoutRows,
  type Agreed,
  type Planner,
} from '../list-previews/imports.server.ts';
import {
  columnOf,
  originalOf,
  textsOf,
  type Entry,
  type ListKind,
  type ListPreview,
} from '../list-previews/model.ts';
import { choiceResolver, readList } from '../lists/imports.server.ts';
import { References, type List } from '../lists/model.ts';
import { readAddresses } from '../lists/queries.server.ts';
import { createOrganisation, updateOrganisation } from '../organisations/changes.server.ts';
import { organisationInput, type OrganisationInput } from '../organisations/schema.ts';
import { editableOrganisations, isOrganisationInScope, mayEditOrganisations } from '../policy.ts';
import { organisationColumns } from './model.ts';
import { readOrganisationList } from './queries.server.ts';

export { listBytes } from '../lists/imports.server.ts';
export type { ListPreview } from '../list-previews/model.ts';

/** What {@link importOrganisations} would do with a file's bytes (.xlsx, .xlsm, CSV); writes nothing. */
export async function previewOrganisations(
  db: Source,
  actor: Actor,
  bytes: Uint8Array,
): Promise<ListPreview> {
  const { plan } = await planOf(db, actor, readList(bytes, organisationColumns));
  return plan.preview();
}

/**
 * Creates and changes organisations as a file says, all of it or, where anything is refused, nothing; the answer
 * says which. An organisation that is in no row stays as it is. Whoever has a part of the network's organisations
 * writes in that part alone: a row outside it is refused.
 */
export async function importOrganisations(
  db: Database,
  actor: Actor,
  bytes: Uint8Array,
  agreed: Agreed = {},
): Promise<ListPreview> {
  const list = readList(bytes, organisationColumns);
  let found: Awaited<ReturnType<typeof planOf>>;
  const plan: Planner = async (source, leftOut) =>
    (found = await planOf(source, actor, withoutRows(list, leftOut))).plan;
  if (!mayEditOrganisations(actor))
    return refusedWhole((await plan(db.reader)).preview(), 'platform_refused_not_allowed');
  return applyList(db, { task: 'import organisations', plan, ...agreed }, async (tx, { entries }) => {
    const { ids, territories } = found;
    for (const { record, values, fields, slug } of parentsFirst(entries)) {
      const parentId = ids.get(values['parent'] ?? '');
      const territoryId = territories.get(values['territory'] ?? '');
      const input = inputOf(values, parentId, territoryId) as OrganisationInput;
      if (record === null) ids.set(slug, done(await createOrganisation(tx, actor, input)).id);
      else if (fields.length > 0)
        done(await updateOrganisation(tx, actor, { ...input, id: record.id, version: record.version }));
    }
  });
}

/** Each after the one it is part of, so that no organisation is part of one that is not there yet. */
function parentsFirst(entries: readonly Entry[]): Entry[] {
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
  const sorted = new Set<Entry>();
  for (const entry of entries) {
    const chain: Entry[] = [];
    for (let at: Entry | undefined = entry; at && !sorted.has(at); at = bySlug.get(at.values['parent'] ?? ''))
      chain.unshift(at);
    for (const one of chain) sorted.add(one);
  }
  return [...sorted];
}

async function planOf(db: Source, actor: Actor, list: List) {
  const { records, territories } = await readOrganisationList(db);
  const words = territories.map((row) => ({
    code: row.code,
    keys: [row.code, row.slug],
    names: [row.name_fr, row.name_ar, row.name_en, row.short_name_fr, row.short_name_ar, row.short_name_en],
  }));
  const choices = choiceResolver(organisationColumns);
  const territoryReferences = new References(words);
  const kind: ListKind = {
    columns: organisationColumns,
    records: new Map(records.map((record) => [record.id, record])),
    addresses: await readAddresses(db, 'organisations'),
    resolver(created) {
      const all = [...records.map(({ values }) => ({ slug: values['slug'] ?? '', values })), ...created];
      const parents = new References(
        all.map(({ slug, values }) => ({
          code: slug,
          keys: [slug],
          names: ['name_fr', 'name_ar', 'name_en', 'acronym_fr', 'acronym_ar', 'acronym_en'].map(
            (key) => values[key] ?? null,
          ),
        })),
      );
      return (key, text) => {
        if (key === 'parent') return parents.find(text);
        return key === 'territory' ? territoryReferences.find(text) : choices(key, text);
      };
    },
    check(values) {
      const parentId = values['parent'] ? newId() : undefined;
      const territoryId = values['territory'] ? newId() : undefined;
      const issues = v.safeParse(organisationInput, inputOf(values, parentId, territoryId)).issues ?? [];
      return issues.map((issue) => ({
        key: columnOf(v.getDotPath(issue), values),
        reason: issue.message,
      }));
    },
    named: (values) => ({
      slug: values['slug'] ?? '',
      names: [values['name_fr'], values['name_ar'], values['name_en']].filter((name) => name !== undefined),
      acronyms: [values['acronym_fr'], values['acronym_ar'], values['acronym_en']].filter(
        (acronym) => acronym !== undefined,
      ),
    }),
  };
  const plan = new ListPlan(list, kind);
  refuseCircles(plan, records);
  const territoryIds = new Map(territories.map(({ id, code }) => [code, id]));
  refuseOutside(plan, actor, territoryIds);
  return {
    plan,
    ids: new Map(records.map(({ id, values }) => [values['slug'] ?? '', id])),
    territories: territoryIds,
  };
}

/** What an actor may change lies in its scope before and after; what is new lies in a territory of its own. */
function refuseOutside(plan: ListPlan, actor: Actor, territories: ReadonlyMap<string, string>): void {
  const scope = editableOrganisations(actor);
  // Who may change none is refused the whole.
  if (scope === 'every' || !mayEditOrganisations(actor)) return;
  const isIn = (id: string, code: string | undefined) =>
    isOrganisationInScope(scope, { id, territory_id: territories.get(code ?? '') ?? null });
  for (const { record, fields, values, row } of plan.entries) {
    if (record && fields.length === 0) continue;
    if (record && !isIn(record.id, record.values['territory']))
      plan.refuse('slug', row, { reason: 'network_list_outside', values: {} });
    else if (!isIn(record?.id ?? '', values['territory']))
      plan.refuse('territory', row, { reason: 'network_list_outside_territory', values: {} });
  }
}

/** No organisation is part of itself, by whatever way. */
function refuseCircles(
  plan: ListPlan,
  records: readonly { values: Readonly<Record<string, string>> }[],
): void {
  const parents = new Map(records.map(({ values }) => [values['slug'] ?? '', values['parent'] ?? '']));
  for (const { slug, values } of plan.entries) parents.set(slug, values['parent'] ?? '');
  const safe = new Set(['']);
  for (const { slug, row } of plan.entries) {
    const way = new Set<string>();
    let at = slug;
    while (!safe.has(at) && !way.has(at)) {
      way.add(at);
      at = parents.get(at) ?? '';
    }
    if (safe.has(at)) for (const one of way) safe.add(one);
    else plan.refuse('parent', row, { reason: 'network_problem_part_of_itself', values: {} });
  }
}

function inputOf(values: Readonly<Record<string, string>>, parentId?: string, territoryId?: string) {
  const language = values['language'] ?? '';
  const text = (field: string) =>
    textsOf(values, field, originalOf(values, field, values[`${field}_original`] ?? language));
  const [acronym, summary] = [text('acronym'), text('summary')];
  return {
    slug: values['slug'],
    type: values['type'] || undefined,
    level: values['level'] || undefined,
    name: textsOf(values, 'name', language) ?? { original: language },
    ...(parentId !== undefined && { parentId }),
    ...(territoryId !== undefined && { territoryId }),
    ...(acronym && { acronym }),
    ...(summary && { summary }),
    ...(values['url'] && { url: values['url'] }),
  };
}
