import { error, type RequestEvent } from '@sveltejs/kit';
import { daysOf, itemFields, movedRow, rowsIn } from '#events/programme/components/fields.ts';
import { addItem, deleteItem, updateItem } from '#events/programme/changes.server.ts';
import { problemsOfItem } from '#events/programme/schema.ts';
import type { ItemDraft } from '#events/programme/schema.ts';
import { spanOf, timeAt, DAY_MINUTES } from '#events/programme-hours/model.ts';
import { placeItem, reorderItem } from '#events/programme-order/changes.server.ts';
import { inOrder } from '#events/programme-order/model.ts';
import { formRow, type PlannedRow } from '#events/programme-people/model.ts';
import {
  contributorsOf,
  readNames,
  readPlanned,
  rowAt,
  type Typed,
} from '#events/programme-people/queries.server.ts';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import type { WorkshopRow } from '#events/workshops/model.ts';
import { mayAddToNetwork } from '#network/policy.ts';
import { readDate } from '#platform/forms/date.ts';
import { freshForm } from '#platform/forms/state.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { readForm, valuesOf, type Values } from '#platform/forms/values.ts';
import { isId } from '#platform/records/uuid.ts';
import { requireAccount, requireRight } from '../../../../../account.server.ts';
import { addressed } from '../../../../../addressed.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../../../forms.server.ts';

/** What the page is about, for those who may change it. */
async function opened({
  locals,
  params,
  url,
}: Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } }) {
  requireAccount({ locals, url });
  const { db, actor, locale } = locals;
  const read = (id: string) => readWorkshop(db.reader, actor, id);
  const workshop = await addressed(locals, 'workshops', params.slug, read);
  requireRight(await mayEditWorkshop(db.reader, actor, workshop.id));
  const names = await readNames(db.reader, locale);
  return { workshop, names, items: inOrder(await readPlanned(db.reader, workshop.id, names)) };
}

/** Which item the address opens: an id, `new`, or none. The first of an empty programme is open by itself. */
function openedItem(url: URL, items: readonly PlannedRow[]): PlannedRow | 'new' | null {
  const asked = url.searchParams.get('item');
  if (asked === 'new' || (asked === null && items.length === 0)) return 'new';
  const item = items.find(({ id }) => id === asked);
  if (asked !== null && !item) error(404, 'not-found');
  return item ?? null;
}

const addressOf = (slug: string, item: string) => `/workshops/${slug}/programme/edit?item=${item}`;

export const load = async (event) => {
  const { locals, url } = event;
  const account = requireAccount(event);
  const { workshop, items } = await opened(event);
  const item = openedItem(url, items);
  const isNew = item === 'new';
  const kept = item === null || isNew ? null : item.day;
  const days = daysOf(workshop, kept, locals.locale);
  let form = null;
  if (item !== null) {
    const fields = itemFields(isNew ? [] : item.contributions.map(({ id }) => id), days !== null);
    const values = isNew
      ? firstValues(fields, workshop, items, url.searchParams.get('day'), account.locale)
      : valuesOf(fields, formRow(item));
    const address = addressOf(workshop.slug, isNew ? 'new' : item.id);
    form = await openForm(event, values, isNew ? null : item.version, { address });
  }
  return {
    workshop,
    items,
    days,
    opened: isNew ? 'new' : (item?.id ?? null),
    form,
    writer: account.locale,
    saved: url.searchParams.get('saved'),
    mayAdd: mayAddToNetwork(locals.actor),
  };
};

/** What a new item starts with: the day that was asked for, or the last one's, and the hour at which that ends. */
function firstValues(
  fields: ReturnType<typeof itemFields>,
  { starts_on }: WorkshopRow,
  items: readonly PlannedRow[],
  asked: string | null,
  writer: string,
): Values {
  const values = valuesOf(fields, {});
  for (const field of fields) if (field.kind === 'trilingual') values[`${field.name}.original`] = writer;
  const day =
    asked ?? items.findLast((item) => item.day !== null)?.day ?? (starts_on.length === 10 ? starts_on : '');
  const ends = items.flatMap((item) => (item.day === day ? (spanOf(item)?.end ?? []) : []));
  const end = Math.max(...ends);
  return { ...values, day, startsAt: end > 0 && end < DAY_MINUTES ? timeAt(end) : '' };
}

/** What is wrong with the item's own fields and with people's names, all at once; null where nothing is. */
function refusalOf(input: object, people: Refusal | null): Refusal | null {
  const named = people ? (people.problems ?? [{ field: people.field ?? '', reason: people.reason }]) : [];
  const problems = [...problemsOfItem(input), ...named];
  const [first] = problems;
  return first ? { ...refused(first.reason, first.field), problems } : null;
}

export const actions = {
  save: async (event) => {
    const { locals, params, url } = event;
    const asked = url.searchParams.get('item') ?? 'new';
    if (!locals.account)
      return keepForLater(
        event,
        (sent) => itemFields(rowsIn(sent.keys()), true),
        addressOf(params.slug, asked),
      );
    const { workshop, names, items } = await opened(event);
    const found = openedItem(url, items);
    if (found === null) error(400, 'bad-request');
    const item = found === 'new' ? null : found;
    const standing = new Set(item?.contributions.map(({ id }) => id));
    let next = false;
    return submit(event, {
      fields: (sent) => {
        next = sent.get('then') === 'next';
        const hasDays = daysOf(workshop, item?.day ?? null, locals.locale) !== null;
        // Those that stand are asked as well: somebody else may have added them since the form was opened.
        return itemFields([...new Set([...rowsIn(sent.keys()), ...standing])], hasDays);
      },
      address: addressOf(workshop.slug, item?.id ?? 'new'),
      ...(item && {
        edited: {
          id: item.id,
          row: formRow(item),
          before: (version: number) => rowAt(locals.db.reader, item.id, version, names),
        },
      }),
      work: async ({ contributions, ...input }, version) => {
        const rows = new Map(Object.entries((contributions ?? {}) as Record<string, Typed>));
        const meant = contributorsOf(names, rows, standing, locals.locale);
        const wrong = refusalOf(input, 'reason' in meant ? meant : null);
        if (wrong) return wrong;
        if ('reason' in meant) return meant;
        const whole = { ...input, contributions: meant.contributors } as Omit<ItemDraft, 'workshopId'>;
        const outcome = item
          ? await updateItem(locals.db, locals.actor, {
              ...whole,
              id: item.id,
              version: version ?? item.version,
            })
          : await addItem(locals.db, locals.actor, { ...whole, workshopId: workshop.id });
        if (outcome.ok) return { ...outcome, day: whole.day ?? '' };
        const inForm = (field: string) =>
          field
            .replace(/^contributions\.(\d+)/, (_, index) => `contributions.${meant.kept[Number(index)]}`)
            .replace(/personId$/, 'person');
        return {
          ...outcome,
          ...(outcome.field && { field: inForm(outcome.field) }),
          ...(outcome.problems && {
            problems: outcome.problems.map((problem) => ({ ...problem, field: inForm(problem.field) })),
          }),
        };
      },
      goTo: ({ id, day }) => {
        const page = `/workshops/${workshop.slug}/programme/edit`;
        return next ? `${page}?item=new&day=${day}&saved=${id}` : `${page}?saved=${id}#row-${id}`;
      },
    });
  },

  move: async (event) => {
    const { locals, request } = event;
    await opened(event);
    const sent = await request.formData();
    const [id = '', by, places = '1'] = String(sent.get('move')).split(':');
    const shift = sent.get('shift') !== null;
    if (!isId(id)) error(400, 'bad-request');
    const outcome = await reorderItem(locals.db, locals.actor, {
      id,
      by: by === '-1' ? -1 : 1,
      places: Number(places),
      shift,
    });
    const refusal = outcome.ok ? null : sentence(outcome.reason);
    return { moved: { id, shift, refusal } };
  },

  /** Another day or room; `place` is the item, `beside` where it was dropped. */
  place: async (event) => {
    const { locals, request } = event;
    await opened(event);
    const sent = await request.formData();
    const given = (name: string) => String(sent.get(name) ?? '');
    const id = given('place');
    if (!isId(id)) error(400, 'bad-request');
    const outcome = await placeItem(locals.db, locals.actor, {
      id,
      day: readDate(given('day')) || null,
      ...(given('roomOf') && { roomOf: given('roomOf') }),
      ...(given('beside') && { beside: given('beside'), below: given('below') === '1' }),
    });
    const refusal = outcome.ok ? null : sentence(outcome.reason);
    return { moved: { id, shift: true, refusal } };
  },

  /** Puts somebody before or after another in an item that is not saved yet: the form comes back in that order. */
  people: async (event) => {
    const { locals, url, request } = event;
    const { workshop, items } = await opened(event);
    const found = openedItem(url, items);
    if (found === null) error(400, 'bad-request');
    const sent = await request.formData();
    const [row = '', by] = String(sent.get('person')).split(':');
    const rows = movedRow(rowsIn(sent.keys()), row, by === '-1' ? -1 : 1);
    const hasDays = daysOf(workshop, found === 'new' ? null : found.day, locals.locale) !== null;
    const version = Number(sent.get('version'));
    return { form: freshForm(readForm(itemFields(rows, hasDays), sent), version > 0 ? version : null) };
  },

  remove: async (event) => {
    const { locals, url } = event;
    const { workshop, items } = await opened(event);
    const item = openedItem(url, items);
    if (item === null || item === 'new') error(400, 'bad-request');
    return submit(event, {
      fields: [],
      address: addressOf(workshop.slug, item.id),
      work: (_, version) =>
        deleteItem(locals.db, locals.actor, { id: item.id, version: version ?? item.version }),
      goTo: () => `/workshops/${workshop.slug}/programme/edit#programme`,
    });
  },
};
