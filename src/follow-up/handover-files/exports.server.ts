/** The file of a handover as a paper, in the language of the request: pages show the same blocks. */
import type { Block, Inline, Paper } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, prose, words } from '#network/paper/exports.server.ts';
import { dayIn, dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import { commitmentStatusWord } from '../commitments/components/words.ts';
import { extensionWord } from '../extensions/components/words.ts';
import { rolesOf, type HandoverRow } from '../handovers/model.ts';
import { responseWord } from '../responses/components/fields.ts';
import type { HandoverFile } from './queries.server.ts';

/** What the file says of itself. */
export interface FileSetting {
  publicUrl: string;
  exercise: boolean;
  demonstration: boolean;
  /** The day it shows. */
  now: Date;
  /** What is handed over, by its name. */
  place: Passage | string;
  /** Names of whoever leaves and succeeds; empty where that is nobody, or nobody any more. */
  leaver: string;
  successor: string;
  /** What a form that was begun is for, by its address. */
  formTitles: ReadonlyMap<string, string>;
}

/** What is handed over, chapter by chapter; a chapter in which nothing is open says so. */
export function handoverPaper(handover: HandoverRow, file: HandoverFile, setting: FileSetting): Paper {
  const lang = getLocale();
  const title = m.follow_up_handover_file();
  const date = dayOf(setting.now);
  const notice = setting.exercise
    ? m.publication_paper_exercise()
    : setting.demonstration
      ? m.publication_paper_demonstration()
      : undefined;
  const names = (label: string, name: string) =>
    name ? [{ label: words(label), names: [words(name)] }] : [];
  return {
    lang,
    form: 'publication',
    title: { text: title },
    author: m.publication_network_name(),
    date,
    ...(notice && { notice: { text: notice } }),
    cover: {
      eyebrow: words(m.publication_network_name()),
      subtitle: words(setting.place),
      lines: [words(m.follow_up_handover_as_of({ date: formatDate(date, lang) }))],
      by: [
        ...names(m.follow_up_handover_leaver(), setting.leaver),
        ...names(m.follow_up_handover_successor(), setting.successor),
        {
          label: words(m.follow_up_handover_roles()),
          names: rolesOf(handover).map((role) => words(m.network_role({ role }))),
        },
      ],
    },
    contents: { text: m.publication_paper_contents() },
    running: { head: words(title), foot: words(setting.place) },
    blocks: chapters(handover, file, setting),
  };
}

function chapters(handover: HandoverRow, file: HandoverFile, setting: FileSetting): Block[] {
  const { commitments, milestones, reports, decisions, extensions, actions, answers, contacts, history } =
    file;
  const day = (date: string | null) => (date ? formatDate(dayIn(date), getLocale()) : null);
  const to = (address: string) => setting.publicUrl + localized(address, getLocale());
  const linked = (date: string | null, title: Passage, address: string, ...remarks: (Inline | string)[]) =>
    item(date, words(title, { href: to(address) }), remarks);
  const all: [id: string, title: string, items: Inline[]][] = [
    [
      'commitments',
      m.follow_up_handover_commitments(),
      commitments.map((row) =>
        linked(
          day(row.due_on) ?? m.follow_up_handover_no_due(),
          read(row, 'title'),
          `/commitments/${row.slug}`,
          cited(row.reference),
          commitmentStatusWord(row.status),
          field(row.organisation, 'name'),
        ),
      ),
    ],
    [
      'milestones',
      m.follow_up_handover_milestones(),
      milestones.map((row) => linked(day(row.due_on), read(row, 'title'), `/commitments/${row.slug}`)),
    ],
    [
      'reports',
      m.follow_up_handover_reports(),
      [...reports, ...decisions].map((row) =>
        linked(
          formatDates(row.period_starts_on, row.period_ends_on, getLocale()),
          read(row, 'title'),
          `/commitments/${row.slug}/reports/${row.id}`,
          reportWords[row.stage]?.() ?? '',
        ),
      ),
    ],
    [
      'answers',
      m.follow_up_handover_answers(),
      answers.map((row) =>
        linked(
          m.follow_up_handover_since({ date: day(row.asked_at)! }),
          read(row, 'title'),
          `/recommendations/${row.slug}/answers`,
          cited(row.reference),
        ),
      ),
    ],
    [
      'actions',
      m.follow_up_handover_actions(),
      actions.map((row) =>
        linked(day(row.due_on) ?? m.follow_up_handover_no_due(), read(row, 'text'), `/actions/${row.id}`),
      ),
    ],
    [
      'extensions',
      m.follow_up_extensions(),
      extensions.map((row) =>
        linked(
          m.follow_up_extension_dates({ from: day(row.from_due_on)!, to: day(row.to_due_on)! }),
          read(row, 'title'),
          `/commitments/${row.slug}/extensions`,
          extensionWord(row.status),
        ),
      ),
    ],
    [
      'forms',
      m.follow_up_handover_forms(),
      file.drafts.map(({ address, updatedAt }) =>
        item(day(updatedAt), words(setting.formTitles.get(address) ?? address), []),
      ),
    ],
    [
      'contacts',
      m.follow_up_handover_contacts(),
      contacts.map((row) =>
        item(null, words(row.name, { strong: true }), [
          m.network_role({ role: row.role }),
          row.place ? field(row.place, 'name') : m.network_place_network(),
        ]),
      ),
    ],
    [
      'history',
      m.follow_up_handover_history(),
      history.map((row) =>
        linked(day(row.at), read(row, 'title'), row.href, historyWord(row.kind, row.decision)),
      ),
    ],
  ];
  const { personal_notes: notes, notes_language: lang } = handover;
  const written: Block[] =
    notes && lang
      ? prose({ text: notes, lang, dir: directionOf(lang), fallback: false })
      : [{ kind: 'paragraph', tone: 'soft', text: words(m.follow_up_handover_no_notes()) }];
  return [
    ...all.flatMap(([id, title, items]): Block[] => [
      { kind: 'heading', level: 1, id, text: words(title) },
      items.length > 0
        ? { kind: 'list', items }
        : { kind: 'paragraph', tone: 'soft', text: words(m.follow_up_handover_nothing()) },
    ]),
    { kind: 'heading', level: 1, id: 'notes', text: words(m.follow_up_handover_notes()) },
    ...written,
  ];
}

/** References are the same in every language. */
const cited = (text: string): Inline => [{ text, soft: true, lang: 'en', dir: 'ltr' }];

/** When, what, and what else is known of it. */
function item(date: string | null, what: Inline, remarks: readonly (Inline | string)[]): Inline {
  const said = remarks.filter((remark) => remark !== '');
  return [
    ...(date === null ? [] : [{ text: `${date} · `, soft: true }]),
    ...what,
    ...said.flatMap((remark) => [
      { text: ' · ', soft: true },
      ...(typeof remark === 'string' ? [{ text: remark, soft: true }] : remark),
    ]),
  ];
}

const reportWords: Record<string, (() => string) | undefined> = {
  draft: m.follow_up_handover_report_begun,
  returned: () => m.network_duty({ kind: 'report-returned' }),
  submitted: () => m.network_duty({ kind: 'report' }),
  validated: () => m.network_duty({ kind: 'report-confirmation' }),
};

/** What was decided, in a few words. */
function historyWord(kind: HandoverFile['history'][number]['kind'], decision: string): string {
  if (kind === 'answer') return responseWord(decision as never);
  if (kind === 'extension')
    return m.follow_up_handover_extension({ decision: extensionWord(decision as never) });
  return decision === 'validated' ? m.follow_up_handover_validated() : m.follow_up_handover_returned();
}
