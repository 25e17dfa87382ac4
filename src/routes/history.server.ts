import { readProgramme } from '#events/programme/queries.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { readNamesOf } from '#network/links/queries.server.ts';
import { columnOf, type Field, type Option } from '#platform/forms/fields.ts';
import { differences } from '#platform/forms/merge.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { passage, type Passage } from '#platform/locale/text.ts';
import { formStore, type BelongingChange, type Row } from '#platform/services/forms.server.ts';
import type { EditableKind as EditedKind, EditableRow } from './editable.server.ts';
import {
  differenceWords,
  partsOf,
  pastFields,
  valueWords,
  type PartKind,
  type PastPart,
  type PastVersion,
} from './history.ts';

/** Changes that one person made within so many milliseconds of one another were made together. */
const TOGETHER = 2_000;

/** The columns in which a change may name another record. */
const naming = ['to_id', 'person_id', 'organisation_id', 'item_id', 'territory_id'] as const;

/** What a history is told of, and in which words. */
export interface Told {
  /** The record as it stands. */
  row: { id: string; version: number };
  parts: readonly PartKind[];
  fields: readonly Field[];
  /** What the choices of its own fields are called. */
  choices?: Readonly<Record<string, readonly Option[]>>;
  /** What is called by names of its own, beside the records that have one. */
  named?: readonly Option[];
  /**
   * Whether an older version of the record can be put back and would change anything.
   * @param since what happened after it, as far as it is told on the same page
   */
  isRestorable(former: Row, since: readonly BelongingChange[]): boolean;
}

/**
 * The history of a record and of what belongs to it, the latest first: what one person changed at one time is one
 * entry.
 * @param id the record; another one's than `row` where that became part of it
 * @param before only what happened before the change of that number
 */
export async function readPast(
  locals: App.Locals,
  kind: EditedKind,
  row: EditableRow,
  asked: { id: string; before: number | undefined },
): Promise<{ versions: PastVersion[]; older: number | null }> {
  const items = kind.noun === 'workshops' ? await readProgramme(locals.db.reader, asked.id) : [];
  const current = valuesOf(kind.fields, row);
  return readVersions(locals, asked, {
    row,
    parts: partsOf[kind.noun],
    fields: pastFields(kind.noun),
    choices: (await kind.options?.(locals, row)) ?? {},
    named: items.map((item) => titled(item, locals.locale)),
    isRestorable: (former) => {
      const kept = { ...current, ...knownValues(kind, former) };
      return asked.id === row.id && differences(kind.fields, current, kept).length > 0;
    },
  });
}

/** The history of any record by what it is told of, as {@link readPast}. The caller has asked who reads it. */
export async function readVersions(
  locals: App.Locals,
  { id, before }: { id: string; before: number | undefined },
  { row, parts, fields, choices = {}, named = [], isRestorable }: Told,
): Promise<{ versions: PastVersion[]; older: number | null }> {
  const { changes, older } = await formStore().changesAround(id, parts, before);
  const { reader } = locals.db;
  const rows = changes.flatMap((change) => [change.before, change.after]);
  const ids = rows.flatMap((each) => naming.map((column) => each?.[column]));
  const names = await readNamesOf(
    reader,
    ids.filter((each): each is string => typeof each === 'string'),
  );
  const options: Option[] = [
    ...[...names].map(([value, name]) => ({
      value,
      label: passage(name, 'name', locals.locale)?.text ?? '',
    })),
    ...named,
    ...changes
      .filter((change) => change.kind === 'programme_items')
      .map(({ after, before: was }) => titled(after ?? was!, locals.locale)),
  ];
  const people = await readAccountNames(
    reader,
    changes.map(({ actorId }) => actorId),
  );

  const versions = together(changes, id).map((group): PastVersion => {
    const [latest] = group as [BelongingChange, ...BelongingChange[]];
    const own = group.find(({ recordId }) => recordId === id);
    const [was, became] = [valuesOf(fields, own?.before ?? {}), valuesOf(fields, own?.after ?? {})];
    const isCurrent = id === row.id && own?.after?.['version'] === row.version;
    const since = changes.filter(({ number }) => number > latest.number);
    return {
      number: latest.number,
      at: latest.at,
      verb: own?.verb ?? 'update',
      by: latest.actorId.startsWith('system:') ? null : (people.get(latest.actorId) ?? ''),
      version: Number(own?.after?.['version'] ?? 0),
      isCurrent,
      isRestorable: Boolean(own?.after) && !isCurrent && isRestorable(own!.after!, since),
      differences: own
        ? differenceWords(fields, differences(fields, was, became), { was, became }, choices)
        : [],
      parts: group
        .filter(({ recordId }) => recordId !== id)
        .map((change) => partWords(change, parts, options, locals.locale))
        .filter((part) => part.what !== 'changed' || part.differences.length > 0)
        .toReversed(),
    };
  });
  return { versions: versions.filter(isTelling), older };
}

function titled(item: object, locale: App.Locals['locale']): Option {
  const { id, ...row } = item as { id: string };
  return { value: id, label: passage(row as never, 'title' as never, locale)?.text ?? '' };
}

/** The values of a former row, of the fields it knows: what it holds nothing of stays as it stands. */
export function knownValues(kind: EditedKind, former: Row) {
  return valuesOf(
    kind.fields.filter((field) =>
      field.kind === 'trilingual' ? `${columnOf(field)}_fr` in former : columnOf(field) in former,
    ),
    former,
  );
}

/** Changes in runs of one actor and one time; a record's own changes each begin another. */
function together(changes: readonly BelongingChange[], id: string): BelongingChange[][] {
  const groups: BelongingChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isOwn = change.recordId === id && group?.some(({ recordId }) => recordId === id);
    const isNear = last && Date.parse(last.at) - Date.parse(change.at) <= TOGETHER;
    if (group && last && isNear && !isOwn && last.actorId === change.actorId) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function partWords(
  { number, kind, verb, before, after }: BelongingChange,
  kinds: readonly PartKind[],
  named: readonly Option[],
  locale: App.Locals['locale'],
): PastPart {
  const part = kinds.find((each) => each.kind === kind)!;
  const [was, became] = [valuesOf(part.fields, before ?? {}), valuesOf(part.fields, after ?? {})];
  const controls = verb === 'delete' ? [] : differences(part.fields, was, became);
  const isMove = verb === 'update' && controls.length === 1 && controls[0] === 'position';
  const choices = Object.fromEntries(part.fields.map(({ name }) => [name, named]));
  return {
    number,
    what: verb === 'create' ? 'added' : verb === 'delete' ? 'removed' : isMove ? 'moved' : 'changed',
    kind: part.word(),
    name: nameOf(part, (after ?? before)!, named, locale),
    // The numbers that hold an order mean nothing to a reader.
    differences: differenceWords(part.fields, controls, { was, became }, choices).filter(
      ({ control }) => control !== 'position',
    ),
  };
}

/** What one is called: its own text, a word of its own, or the name of the record that it leads to. */
function nameOf(
  { name, fields }: PartKind,
  row: Row,
  named: readonly Option[],
  locale: App.Locals['locale'],
): Passage | string | null {
  if (name.text) return passage(row as never, name.text as never, locale);
  const { value } = name;
  if (value) {
    const field = fields.find((each) => columnOf(each) === value);
    return field ? valueWords([field], field.name, String(row[value] ?? '')) : null;
  }
  const ids = (name.records ?? []).map((column) => row[column]);
  return named.find((option) => ids.includes(option.value))?.label ?? null;
}

function isTelling({ verb, differences: changed, parts, isCurrent }: PastVersion): boolean {
  return verb !== 'update' || changed.length > 0 || parts.length > 0 || isCurrent;
}

/** Over which version an older one is put back, as the page says that it was read; the first where it says none. */
export function standingIn(asked: FormData): number {
  const version = Number(asked.get('standing'));
  return Number.isSafeInteger(version) && version > 0 ? version : 1;
}
