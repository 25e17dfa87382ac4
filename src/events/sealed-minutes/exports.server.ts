/** Sealed minutes as blocks of a paper: what was approved, word for word, with the seal that proves it. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, words } from '#network/paper/exports.server.ts';
import { dayIn } from '#platform/clock/due.ts';
import { formatDate } from '#platform/locale/format.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { columns, requiredPassage } from '#platform/locale/text.ts';
import type { EntryKind } from '../minutes-entries/model.ts';
import type { SealedContent, SealedEntry } from '../minutes-seals/model.ts';
import { wordsBeside } from '../minutes-naming/model.ts';
import type { NamedRecords } from '../minutes-naming/queries.server.ts';
import { languageOf } from '../programme-people/model.ts';
import type { ToldMinutes } from './queries.server.ts';

const kinds: Record<EntryKind, () => string> = {
  'key-point': m.publication_minutes_key_points,
  question: m.publication_minutes_questions,
  decision: m.publication_minutes_decisions,
  conclusion: m.publication_minutes_conclusions,
  recommendation: m.publication_minutes_recommendations,
  action: m.publication_minutes_actions,
  quotation: m.publication_minutes_quotations,
};

/** The minutes of each session: edition, approvals, day and digest of the seal, then its entries by their kind. */
export function minutesBlocks(minutes: readonly ToldMinutes[]): Block[] {
  return minutes.flatMap(({ seal, content, named }): Block[] => [
    { kind: 'heading', level: 2, text: sessionOf(content) },
    ...sealBlocks(seal),
    ...Object.entries(kinds).flatMap(([kind, word]): Block[] => {
      const entries = read(content, named).filter(({ entry }) => entry.kind === kind);
      if (entries.length === 0) return [];
      const title: Block = { kind: 'heading', level: 3, text: words(word()) };
      return kind === 'quotation'
        ? [title, ...entries.map(quotation)]
        : [
            title,
            {
              kind: 'list',
              items: entries.map(kind === 'action' ? action : ({ entry }) => textOfEntry(entry)),
            },
          ];
    }),
  ]);
}

function sealBlocks(seal: ToldMinutes['seal']): Block[] {
  if (!seal) return [{ kind: 'paragraph', text: words(m.publication_minutes_unsealed(), { strong: true }) }];
  return [
    {
      kind: 'paragraph',
      tone: 'soft',
      text: words(
        m.publication_minutes_sealed({
          edition: seal.edition,
          approved: seal.approved,
          asked: seal.asked,
          date: formatDate(dayIn(seal.created_at), getLocale()),
        }),
      ),
    },
    {
      kind: 'paragraph',
      tone: 'soft',
      text: [{ text: 'SHA-256 ' }, { text: seal.sha256, lang: 'en', dir: 'ltr' }],
    },
  ];
}

/** Every action of the minutes: what, by whom, by when, from which session. */
export function actionBlocks(minutes: readonly ToldMinutes[]): Block[] {
  const rows = minutes.flatMap(({ content, named }) =>
    read(content, named)
      .filter(({ entry }) => entry.kind === 'action')
      .map((one) => ({ ...one, content })),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: words(m.publication_actions_what()), share: 5 },
        { title: words(m.publication_actions_owner()), share: 3 },
        { title: words(m.publication_actions_due()), share: 3 },
        { title: words(m.publication_actions_session()), share: 3 },
      ],
      rows: rows.map(({ entry, named, content }) => [
        [textOfEntry(entry)],
        [nameOf(entry.owner, named) ?? words(m.publication_actions_no_owner())],
        [words(entry.due ? formatDate(entry.due, getLocale()) : m.publication_actions_no_due())],
        [sessionOf(content)],
      ]),
    },
  ];
}

interface Read {
  entry: SealedEntry;
  named: NamedRecords;
}

/** Entries with the records that they name. */
function read(content: SealedContent, named: readonly NamedRecords[]): Read[] {
  return content.entries.map((entry, index) => ({
    entry,
    named: named[index] ?? { organisation: null, person: null },
  }));
}

/** Somebody who was named: what the record is called in the reader's language, and words that say more. */
function nameOf(said: string | null, { person, organisation }: NamedRecords): Inline | null {
  if (said === null) return null;
  const beside = wordsBeside(said, [person, organisation]);
  const names = [person, organisation].flatMap((record) => (record ? [field(record, 'name')] : []));
  const parts = [...names, ...(beside ? [spoken(beside)] : [])];
  return parts.flatMap((part, index) => [...(index > 0 ? words(m.ui_comma()) : []), ...part]);
}

/** Words of the room, in the direction that their letters run in. */
function spoken(text: string): Inline {
  const lang = languageOf(text, getLocale());
  return words({ text, lang, dir: directionOf(lang), fallback: false });
}

function quotation({ entry, named }: Read): Block {
  return {
    kind: 'quotation',
    text: textOfEntry(entry),
    by: nameOf(entry.speaker, named) ?? words(m.publication_minutes_unnamed()),
  };
}

/** The day before the owner: whatever direction the owner's words run in, the figures of the day stay beside its month. */
function action({ entry, named }: Read): Inline {
  const due = entry.due && words(formatDate(entry.due, getLocale()).replaceAll(' ', '\u00A0'));
  const known = [due, nameOf(entry.owner, named)].filter((part) => part !== null && part !== '');
  if (known.length === 0) return textOfEntry(entry);
  const parts = known.flatMap((part, index) => [...(index > 0 ? words(' · ') : []), ...part]);
  const soft = [...words(' ('), ...parts, ...words(')')].map((run) => ({ ...run, soft: true }));
  return [...textOfEntry(entry), ...soft];
}

function textOfEntry({ fr, ar, en, original }: SealedEntry): Inline {
  return words(
    requiredPassage(
      columns('text', { ...(fr && { fr }), ...(ar && { ar }), ...(en && { en }), original }),
      'text',
      getLocale(),
    ),
  );
}

/** What the session was called when its minutes were sealed. */
function sessionOf({ session: { fr, ar, en } }: SealedContent): Inline {
  const original = fr ? 'fr' : ar ? 'ar' : 'en';
  return field(
    columns('title', { ...(fr && { fr }), ...(ar && { ar }), ...(en && { en }), original }),
    'title',
  );
}
