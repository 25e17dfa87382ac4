/** A territory's briefing as a paper of one sheet, in the language of the request: pages show the same blocks. */
import type { Block, Inline, Paper } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, joined, words } from '#network/paper/exports.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import { daysBetween } from '../delays/model.ts';
import { commitmentStatusWord } from '../commitments/components/words.ts';
import type { CommitmentStatus } from '../commitments/model.ts';
import type { RecommendationStatus } from '../recommendations/model.ts';
import { responseWord } from '../responses/components/fields.ts';
import { statusWord } from '../status/components/words.ts';
import { AHEAD, amounts, clipped } from './model.ts';
import type { Briefing } from './queries.server.ts';

/** What a briefing says of itself. */
export interface BriefingSetting {
  publicUrl: string;
  exercise: boolean;
  demonstration: boolean;
  /** Whether it may hold what not everybody reads. */
  restricted: boolean;
}

/** A briefing on one sheet: the fullest of its forms that fits is printed. */
export function briefingPaper(briefing: Briefing, setting: BriefingSetting): Paper {
  const locale = getLocale();
  const { territory, today, since } = briefing;
  const [fullest, ...barer] = amounts.map((most) => briefingBlocks(briefing, setting, most));
  const notices = [
    setting.restricted && m.follow_up_briefing_private(),
    setting.exercise
      ? m.publication_paper_exercise()
      : setting.demonstration && m.publication_paper_demonstration(),
  ].filter((notice) => notice !== false);
  const name = read(territory, 'name');
  const address = addressOf(setting, `/territories/${territory.slug}/briefing`);
  return {
    lang: locale,
    form: 'sheet',
    title: { text: `${m.follow_up_briefing()} · ${name.text}` },
    author: m.publication_network_name(),
    date: today,
    ...(notices.length > 0 && { notice: { text: notices.join(' · ') } }),
    head: [
      words(`${m.follow_up_briefing()} · ${m.publication_network_name()}`),
      words(name),
      words(
        m.follow_up_briefing_as_of({ date: formatDate(today, locale), since: formatDate(since, locale) }),
      ),
    ],
    running: { head: [], foot: words(m.follow_up_briefing_record({ address: isolated(shown(address)) })) },
    blocks: fullest!,
    barer,
  };
}

/** An address in a sentence of another direction. */
const isolated = (address: string) => `\u2066${address}\u2069`;
const shown = (address: string) => address.replace(/^https?:\/\//, '');
const addressOf = ({ publicUrl }: Pick<BriefingSetting, 'publicUrl'>, address: string) =>
  publicUrl + localized(address, getLocale());
const number = (value: number) => formatNumber(value, getLocale());

/** The chapters of a briefing. @param most how many entries a list has */
export function briefingBlocks(
  briefing: Briefing,
  setting: Pick<BriefingSetting, 'publicUrl'>,
  most: number,
): Block[] {
  const locale = getLocale();
  const { territory, today, since, due, silent, recommendations, commitments } = briefing;
  const to = (address: string) => addressOf(setting, address);
  const here = `territory=${territory.slug}`;
  const chapter = (id: string, title: string, blocks: readonly Block[], none: string): Block[] => [
    { kind: 'heading', level: 1, id, text: words(title) },
    ...(blocks.length > 0 ? blocks : [soft(none)]),
  ];
  const list = (items: readonly Inline[], total: number, address: string): Block[] => {
    const first = items.slice(0, most);
    const left = total - first.length;
    const more = left > 0 ? [further(left, to(address))] : [];
    return first.length + more.length > 0 ? [{ kind: 'list', items: [...first, ...more] }] : [];
  };
  const dueItem = (row: Briefing['due']['late']['rows'][number]): Inline => [
    { text: formatDate(row.due_on!, locale), soft: true },
    ...(row.status === 'late'
      ? [
          { text: m.ui_comma(), soft: true },
          { text: m.follow_up_days_late({ number: number(daysBetween(row.due_on!, today)) }), strong: true },
        ]
      : []),
    { text: ' · ', soft: true },
    ...titled(row, to(`/commitments/${row.slug}`)),
    { text: ' · ', soft: true },
    ...field(row.organisation, 'name'),
    ...(row.status === 'late' ? [] : [{ text: ` · ${commitmentStatusWord(row.status)}`, soft: true }]),
  ];
  return [
    { kind: 'heading', level: 1, id: 'figures', text: words(m.follow_up_briefing_figures()) },
    figures(briefing),
    ...chapter(
      'late',
      m.follow_up_briefing_late(),
      list(due.late.rows.map(dueItem), due.late.count, `/commitments?${here}&due=late`),
      m.follow_up_briefing_late_none(),
    ),
    ...chapter(
      'ahead',
      m.follow_up_briefing_due({ date: formatDate(due.until, locale) }),
      list(
        due.ahead.rows.map(dueItem),
        due.ahead.count,
        `/commitments?${here}&from=${today}&to=${due.until}`,
      ),
      m.follow_up_briefing_due_none(),
    ),
    ...chapter(
      'recommendations',
      m.follow_up_briefing_recommendations(),
      list(
        recommendations.rows.map((row) => [
          ...titled(row, to(`/recommendations/${row.slug}`)),
          { text: ' · ', soft: true },
          { text: statusWord(row.status), strong: true },
        ]),
        recommendations.counts.total,
        `/recommendations?${here}&sort=status`,
      ),
      m.follow_up_briefing_recommendations_none(),
    ),
    ...chapter(
      'institutions',
      m.follow_up_briefing_institutions(),
      list(
        commitments.institutions.map(({ organisation, open, late, completed }) => [
          ...words(read(organisation, 'name'), {
            href: to(`/commitments?${here}&institution=${organisation.slug}`),
          }),
          {
            text: ` · ${m.follow_up_briefing_institution({ open: number(open), late: number(late), completed: number(completed) })}`,
            soft: true,
          },
        ]),
        commitments.institutions.length,
        `/commitments?${here}`,
      ),
      m.follow_up_briefing_institutions_none(),
    ),
    ...chapter(
      'silent',
      m.follow_up_briefing_silent(),
      list(
        silent.map(({ organisation, count, since: asked }) => [
          ...words(read(organisation, 'name'), {
            href: to(`/recommendations?${here}&institution=${organisation.slug}`),
          }),
          {
            text: ` · ${m.follow_up_briefing_silent_item({ count, number: number(count), date: formatDate(dayOf(new Date(asked)), locale) })}`,
            soft: true,
          },
        ]),
        silent.length,
        `/commitments/delays?${here}`,
      ),
      m.follow_up_briefing_silent_none(),
    ),
    ...chapter(
      'changes',
      m.follow_up_briefing_changes({ date: formatDate(since, locale) }),
      changes(briefing),
      m.follow_up_briefing_changes_none(),
    ),
    ...chapter(
      'contacts',
      m.follow_up_briefing_contacts(),
      contacts(briefing, to, most),
      m.follow_up_briefing_contacts_none(),
    ),
  ];
}

const soft = (text: string): Block => ({ kind: 'paragraph', tone: 'soft', text: words(text) });

/** A reference and a title, which is no longer than a line or two. */
function titled(row: Parameters<typeof read<'title'>>[0] & { reference: string }, href: string): Inline {
  const title = read(row, 'title');
  return [
    { text: row.reference, soft: true, lang: 'en', dir: 'ltr' },
    { text: ' · ', soft: true },
    ...words({ ...title, text: clipped(title.text) }, { href }),
  ];
}

function further(left: number, address: string): Inline {
  return [
    { text: `${m.follow_up_briefing_more({ count: left, number: number(left) })} `, soft: true },
    // On paper an address is read; on the node's own page it is a link among others.
    address.startsWith('/')
      ? { text: m.publication_see_all(), href: address }
      : { text: shown(address), href: address, lang: 'en', dir: 'ltr' },
  ];
}

/** The figures that matter most, in a row. */
function figures({ recommendations, commitments, due, silent }: Briefing): Block {
  const open = commitments.institutions.reduce((sum, row) => sum + row.open, 0);
  const awaited = silent.reduce((sum, { count }) => sum + count, 0);
  const all: [title: string, value: number][] = [
    [m.publication_nav_recommendations(), recommendations.counts.total],
    [m.follow_up_briefing_open(), open],
    [m.follow_up_briefing_late(), due.late.count],
    [m.follow_up_briefing_ahead({ days: number(AHEAD) }), due.ahead.count],
    [m.follow_up_briefing_awaited(), awaited],
  ];
  return {
    kind: 'table',
    columns: all.map(([title]) => ({ title: words(title), share: 1 })),
    rows: [all.map(([, value]) => [words(number(value), { strong: true })])],
  };
}

/** What has changed, kind by kind, each with how many came to stand how. */
function changes({ changes: { answers, reports, commitments, recommendations } }: Briefing): Block[] {
  const counted = (rows: readonly { word: string; count: number }[]) =>
    joined(
      rows.map(({ word, count }): Inline => [
        { text: `${word}${m.ui_colon()}`, soft: true },
        { text: number(count), strong: true },
      ]),
      ' · ',
    );
  const all: [label: string, value: Inline][] = [
    [
      m.follow_up_briefing_changed_answers(),
      counted(answers.map(({ position, count }) => ({ word: responseWord(position), count }))),
    ],
    [m.follow_up_briefing_changed_reports(), reports > 0 ? words(number(reports), { strong: true }) : []],
    [
      m.follow_up_briefing_changed_commitments(),
      counted(
        commitments.statuses.map(({ status, count }) => ({
          word: commitmentStatusWord(status as CommitmentStatus),
          count,
        })),
      ),
    ],
    [
      m.follow_up_briefing_changed_recommendations(),
      counted(
        recommendations.statuses.map(({ status, count }) => ({
          word: statusWord(status as RecommendationStatus),
          count,
        })),
      ),
    ],
  ];
  const items = all
    .filter(([, value]) => value.length > 0)
    .map(([label, value]): Inline => [{ text: `${label}${m.ui_colon()}` }, ...value]);
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** Whom one turns to, by role; an institution's page says how to reach it. */
function contacts(
  { territory: place, contacts: { territory, institutions } }: Briefing,
  to: (address: string) => string,
  most: number,
): Block[] {
  const roleWords = (roles: Briefing['contacts']['territory']) =>
    roles.map((role) => m.network_role({ role })).join(m.ui_comma());
  const items: Inline[] = [
    ...(territory.length > 0
      ? [[...field(place, 'name'), { text: ` · ${roleWords(territory)}`, soft: true }]]
      : []),
    ...institutions.slice(0, most).map(({ organisation, roles }): Inline => [
      ...words(read(organisation, 'name'), { href: to(`/organisations/${organisation.slug}`) }),
      {
        text: ` · ${roles.length > 0 ? roleWords(roles) : m.follow_up_briefing_contact_none()}`,
        soft: true,
      },
    ]),
    ...(institutions.length > most
      ? [further(institutions.length - most, to(`/territories/${place.slug}`))]
      : []),
  ];
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
