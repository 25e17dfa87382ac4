/** Decisions and actions that were adopted, as blocks of a paper. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, words } from '#network/paper/exports.server.ts';
import { formatDate } from '#platform/locale/format.ts';
import { actionStatusWord, actionWord } from './components/fields.ts';
import { actionKinds } from './model.ts';
import type { OwnedAction } from './queries.server.ts';

/**
 * Decisions as they were taken; actions each with who carries it out, until when and how far it has come. Owners are
 * named where a record does: words of the room may be those of somebody without one, and stay in the office. Nothing is
 * late in a paper: it has one day.
 */
export function adoptedBlocks(actions: readonly OwnedAction[]): Block[] {
  return actionKinds.flatMap((kind): Block[] => {
    const rows = actions.filter((action) => action.kind === kind);
    if (rows.length === 0) return [];
    const title: Block = { kind: 'paragraph', tone: 'eyebrow', text: words(actionWord(kind)) };
    // A decision that nobody is to carry out stands by itself: cells that say so each time would hide the rest.
    if (
      rows.every(({ organisation, person, owner, due_on }) => !organisation && !person && !owner && !due_on)
    )
      return [title, { kind: 'list', items: rows.map(textOf) }];
    return [
      title,
      {
        kind: 'table',
        columns: [
          { title: words(m.events_actions_what()), share: 5 },
          { title: words(m.events_actions_owner()), share: 3 },
          { title: words(m.events_field_due()), share: 2 },
          { title: words(m.events_field_action_status()), share: 2 },
        ],
        rows: rows.map((action) => [
          [field(action, 'text'), ...(action.item ? [softened(field(action.item, 'title'))] : [])],
          ownersOf(action),
          [words(action.due_on ? formatDate(action.due_on, getLocale()) : m.events_actions_no_due())],
          [words(actionStatusWord(action.status))],
        ]),
      },
    ];
  });
}

function ownersOf({ organisation, person, owner }: OwnedAction): Inline[] {
  const named = [organisation, person].flatMap((record) => (record ? [field(record, 'name')] : []));
  if (named.length > 0) return named;
  return [words(owner ? m.events_actions_owner_unpublished() : m.events_actions_no_owner(), { soft: true })];
}

function textOf({ item, ...action }: OwnedAction): Inline {
  return [...field(action, 'text'), ...(item ? [{ text: ' · ' }, ...softened(field(item, 'title'))] : [])];
}

const softened = (text: Inline): Inline => text.map((run) => ({ ...run, soft: true }));
