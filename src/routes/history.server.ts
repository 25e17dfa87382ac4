import { readProgramme } from '#events/programme/queries.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { readNamesOf } from '#network/links/queries.server.ts';
import { columnOf, type Option } from '#platform/forms/fields.ts';
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
  { id, before }: { id: string; before: number | undefined },
): Promise<{ versions: PastVersion[]; older: number | null }> {
  const kinds = partsOf[kind.noun];
  const { changes, older } = await formStore().changesAround(id, kinds, before);
  const { reader } = locals.db;
  const rows = changes.flatMap((change) => [change.before, change.after]);
  const ids = rows.flatMap((each) => naming.map((column) => each?.[column]));
  const names = await readNamesOf(
    reader,
    ids.filter((each): each is string => typeof each === 'string'),
  );
  const items = [
    ...(kind.noun === 'workshops' ? await readProgramme(reader, id) : []),
    ...changes
      .filter((change) => change.kind === 'programme_items')
      .map(({ after, before: was }) => after ?? was!),
  ];
  const options: Option[] = [
    ...[...names].map(([value, name]) => [value, passage(name, 'name', locals.locale)] as const),
    ...items.map(
      (item) => [String(item['id']), passage(item as never, 'title' as never, locals.locale)] as const,
    ),
  ].map(([value, name]) => ({ value, label: name?.text ?? '' }));
  const people = await readAccountNames(
    reader,
    changes.map(({ actorId }) => actorId),
  );
  const choices = (await kind.options?.(locals, row)) ?? {};
  const fields = pastFields(kind.noun);
  const current = valuesOf(kind.fields, row);

  const versions = together(changes, id).map((group): PastVersion => {
    const [latest] = group as [BelongingChange, ...BelongingChange[]];
    const own = group.find(({ recordId }) => recordId === id);
    const [was, became] = [valuesOf(fields, own?.before ?? {}), valuesOf(fields, own?.after ?? {})];
    const isCurrent = id === row.id && own?.after?.['version'] === row.version;
    const kept = { ...current, ...knownValues(kind, own?.after ?? {}) };
    return {
      number: latest.number,
      at: latest.at,
      verb: own?.verb ?? 'update',
      by: latest.actorId.startsWith('system:') ? null : (people.get(latest.actorId) ?? ''),
      version: Number(own?.after?.['version'] ?? 0),
      isCurrent,
      isRestorable:
        id === row.id &&
        Boolean(own?.after) &&
        !isCurrent &&
        differences(kind.fields, current, kept).length > 0,
      differences: own
        ? differenceWords(fields, differences(fields, was, became), { was, became }, choices)
        : [],
      parts: group
        .filter(({ recordId }) => recordId !== id)
        .map((change) => partWords(change, kinds, options, locals.locale))
        .filter((part) => part.what !== 'changed' || part.differences.length > 0)
        .toReversed(),
    };
  });
  return { versions: versions.filter(isTelling), older };
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
