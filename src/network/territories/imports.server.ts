import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { slugify } from '#platform/text/slug.ts';
import { mayEditNetwork } from '../policy.ts';
import { readTerritoryList } from '../territory-lists/imports.server.ts';
import {
  levelBelow,
  mayHold,
  type ListColumn,
  type ListedTerritory,
  type ListFormat,
  type ListProblem,
  type ParentLevel,
  type TerritoryList,
} from '../territory-lists/model.ts';
import { createTerritory } from './changes.server.ts';
import { territoryLevels, type TerritoryLevel } from './model.ts';
import { listTerritories } from './queries.server.ts';
import { territoryInput } from './schema.ts';

export { describeProblem } from '../territory-lists/exports.server.ts';
export { listLimits, parentLevels, type ListProblem, type ParentLevel } from '../territory-lists/model.ts';

/** A territory that the import will create, or has created. */
export interface NewTerritory extends Omit<ListedTerritory, 'level' | 'slug'> {
  level: TerritoryLevel;
  slug: string;
}

/** What an import would do, and whether it did. */
export interface ImportPreview {
  format: ListFormat;
  applied: boolean;
  /** Parents before their parts. */
  create: NewTerritory[];
  /** Codes that the node has already: nothing of them is changed. */
  existing: { place: number; code: string }[];
  /** Of an ISO list, which is not written for this node: parts of territories that the node doesn't have. */
  leftOut: { place: number; code: string; parentCode: string | null }[];
  /** Where there is one, nothing is created. */
  refused: ListProblem[];
}

export interface ImportOptions {
  /** The level of the parents; a territory whose level the list doesn't give stands one below. */
  parentLevel?: ParentLevel;
}

/** What {@link importTerritories} would do with a file's bytes; writes nothing. */
export async function previewTerritories(
  db: Source,
  bytes: Uint8Array,
  { parentLevel = 'region' }: ImportOptions = {},
): Promise<ImportPreview> {
  return plan(db, await read(db, bytes, parentLevel), parentLevel);
}

/**
 * Creates the territories of a file that the node doesn't have, all of them or, where anything is refused, none;
 * the answer says which. A second run creates nothing.
 */
export async function importTerritories(
  db: Database,
  actor: Actor,
  bytes: Uint8Array,
  { parentLevel = 'region' }: ImportOptions = {},
): Promise<ImportPreview> {
  const list = await read(db.reader, bytes, parentLevel);
  if (!mayEditNetwork(actor)) return refusedWhole(list, 'network_import_not_allowed');
  const preview = await db.exclusively('import territories', () =>
    db.transaction(async (tx) => {
      const found = await plan(tx, list, parentLevel);
      if (found.refused.length > 0) return found;
      const ids = await idsByCode(tx);
      for (const territory of found.create) {
        const parentId = territory.parentCode === null ? undefined : ids.get(territory.parentCode);
        // The plan has checked what a change may refuse: a refusal now is a fault, and undoes everything.
        const { id } = done(await createTerritory(tx, actor, { ...inputOf(territory), parentId }));
        ids.set(territory.code, id);
      }
      return { ...found, applied: true };
    }),
  );
  return preview ?? refusedWhole(list, 'network_import_busy');
}

async function read(db: Source, bytes: Uint8Array, parentLevel: ParentLevel): Promise<TerritoryList> {
  const countries = (await listTerritories(db, 'country')).map(({ code }) => code);
  const list = readTerritoryList(bytes, { countries, parentLevel });
  const nothing = list.territories.length === 0 && list.problems.length === 0;
  if (list.format === 'iso-3166-2' && countries.length === 0)
    return { ...list, problems: [whole('network_import_no_country')] };
  return nothing ? { ...list, problems: [whole('network_import_nothing')] } : list;
}

function whole(reason: ListProblem['reason']): ListProblem {
  return { place: null, field: null, reason, values: {} };
}

function refusedWhole({ format }: TerritoryList, reason: ListProblem['reason']): ImportPreview {
  return { format, applied: false, create: [], existing: [], leftOut: [], refused: [whole(reason)] };
}

async function idsByCode(db: Source): Promise<Map<string, string>> {
  const rows = await db.selectFrom('territories').select(['code', 'id']).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Holds a list against what the node has. */
async function plan(db: Source, list: TerritoryList, parentLevel: ParentLevel): Promise<ImportPreview> {
  const rows = await db.selectFrom('territories').select(['code', 'level']).execute();
  const levels = new Map(rows.map(({ code, level }) => [code, level]));
  const preview: ImportPreview = {
    format: list.format,
    applied: false,
    create: [],
    existing: [],
    leftOut: [],
    refused: [...list.problems],
  };
  const candidates = new Map<string, ListedTerritory & { level: TerritoryLevel }>();
  const isIso = list.format === 'iso-3166-2';
  for (const territory of list.territories) {
    const { place, code, parentCode } = territory;
    const before = candidates.get(code);
    if (before) refuse(territory, 'code', 'network_import_repeated_code', { code, line: before.place });
    else if (levels.has(code)) preview.existing.push({ place, code });
    else if (isIso && !levels.has(parentCode ?? '')) preview.leftOut.push({ place, code, parentCode });
    else candidates.set(code, { ...territory, level: territory.level ?? levelBelow(parentLevel) });
  }

  const addresses = await db
    .selectFrom('addresses')
    .select('slug')
    .where('kind', '=', 'territories')
    .execute();
  const taken = new Set(addresses.map(({ slug }) => slug));
  for (const candidate of candidates.values()) {
    const parent = candidate.parentCode ?? '';
    checkParent(candidate, levels.get(parent) ?? candidates.get(parent)?.level);
    const slug = candidate.slug ?? freeSlug(candidate, taken);
    if (taken.has(slug)) refuse(candidate, 'slug', 'network_import_slug_taken', { slug });
    taken.add(slug);
    const made = { ...candidate, slug };
    for (const issue of v.safeParse(territoryInput, inputOf(made)).issues ?? []) refuseIssue(made, issue);
    preview.create.push(made);
  }
  preview.create.sort((a, b) => territoryLevels.indexOf(a.level) - territoryLevels.indexOf(b.level));
  preview.refused.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return preview;

  function refuse(
    { place }: { place: number },
    field: ListColumn,
    reason: ListProblem['reason'],
    values: ListProblem['values'] = {},
  ): void {
    preview.refused.push({ place, field, reason, values });
  }

  /** A parent stands on a higher level than its part, so no chain of parents can come back to its beginning. */
  function checkParent(child: NewTerritory | ListedTerritory, level: TerritoryLevel | undefined): void {
    const { code, parentCode } = child;
    const values = { code: parentCode ?? '' };
    if (child.level === 'country') {
      if (parentCode !== null) refuse(child, 'parent_code', 'network_import_country_parent', values);
    } else if (parentCode === null) refuse(child, 'parent_code', 'network_import_required');
    else if (level === undefined) refuse(child, 'parent_code', 'network_import_parent_unknown', values);
    else if (!mayHold(level, child.level!) || (isIso && level !== parentLevel))
      refuse(child, 'parent_code', 'network_import_parent_level', { ...values, level });
    else if (/^[A-Z]{2}-/.test(code) && parentCode.slice(0, 2) !== code.slice(0, 2))
      refuse(child, 'parent_code', 'network_import_other_country', values);
  }

  function refuseIssue(territory: NewTerritory, issue: v.BaseIssue<unknown>): void {
    const field = fields[v.getDotPath(issue) ?? ''] ?? 'code';
    const limit = typeof issue.requirement === 'number' ? issue.requirement : 0;
    refuse(territory, field, reasons[issue.message] ?? 'network_import_required', { limit });
  }
}

/** An address made from the name; where it is taken, with the code behind it, which no other territory has. */
function freeSlug({ name, code }: ListedTerritory, taken: Set<string>): string {
  const slug = slugify(name.fr ?? name.en ?? name.ar ?? code, { max: 60 });
  return taken.has(slug) ? `${slug}-${slugify(code)}` : slug;
}

function inputOf({ slug, level, code, codeMark, name, shortName }: NewTerritory) {
  return {
    slug,
    level,
    code,
    name,
    ...(codeMark !== null && { codeMark }),
    ...(shortName !== null && { shortName }),
  };
}

/** The column behind each field of the schema. */
const fields: Record<string, ListColumn> = {
  slug: 'slug',
  code: 'code',
  codeMark: 'code_mark',
  level: 'level',
  name: 'name_fr',
  'name.fr': 'name_fr',
  'name.ar': 'name_ar',
  'name.en': 'name_en',
  'shortName.fr': 'short_fr',
  'shortName.ar': 'short_ar',
  'shortName.en': 'short_en',
};

/** What the schema's refusals are called here. */
const reasons: Record<string, ListProblem['reason']> = {
  platform_problem_required: 'network_import_required',
  platform_problem_too_long: 'network_import_too_long',
  platform_problem_not_a_slug: 'network_import_slug_form',
  platform_problem_no_language: 'network_import_name_missing',
  network_problem_not_an_iso_code: 'network_import_code_form',
};
