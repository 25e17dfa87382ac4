import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { dayOf } from '#platform/clock/due.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import type { StarState } from '#ui/star.ts';
import { line } from '#ui/text.ts';
import type Thread from '#ui/components/Thread.svelte';
import type { ChainRecord } from '../../chain-records/queries.server.ts';
import type { ChainKind, Hidden } from '../model.ts';
import type { ToldChain } from '../queries.server.ts';
import type { Addressees } from '../../responses/queries.server.ts';
import { tellRecord, type ToldRecord } from './records.ts';

type ThreadStage = ComponentProps<typeof Thread>['stages'][number];

/** One stage of a path: its records in the order of the chain, or what is said where there are none. */
export interface Stage {
  title: string;
  kinds: readonly ChainKind[];
  records: { id: string; table: ChainKind; told: ToldRecord; isCurrent: boolean }[];
  /** What is not shown of it. */
  hidden: Hidden;
  state: StarState;
  stateLabel: string;
  current: boolean;
}

type RecordOf<Kind extends ChainKind> = Extract<ChainRecord, { table: Kind }>['row'];

/** The records of one kind, in the order of the chain. */
function rowsOf<Kind extends ChainKind>({ nodes, records }: ToldChain, kind: Kind): RecordOf<Kind>[] {
  return nodes.flatMap((node) => {
    const record = node.kind === kind ? records.get(node.id) : undefined;
    return record ? [record.row as RecordOf<Kind>] : [];
  });
}

interface StageWords {
  title: string;
  kinds: readonly ChainKind[];
  /** How far it has come where something is on record, what is said of one record, and where there is none. */
  state?: StarState;
  said: string;
  missing: string;
}

/** The path in words, from the meeting to the evidence: each stage with its records, what is missing said plainly. */
export function pathOf(chain: ToldChain): Stage[] {
  return stagesOf(chain).map(({ title, kinds, said, missing, state = 'full' }) => {
    const records = recordsOf(chain, kinds);
    const hidden = hiddenOf(chain, kinds);
    const all = records.length + hidden.count;
    const count = formatNumber(all, getLocale());
    return {
      title,
      kinds,
      records,
      hidden,
      state: records.length > 0 ? state : 'empty',
      stateLabel: all === 0 ? missing : all === 1 ? said : m.follow_up_state_chain_records({ count }),
      current: kinds.includes(chain.root.kind),
    };
  });
}

function stagesOf(chain: ToldChain): StageWords[] {
  const commitments = rowsOf(chain, 'commitments');
  const isDone = commitments.every(({ status }) => status === 'completed');
  const reports = rowsOf(chain, 'reports');
  return [
    {
      title: m.follow_up_stage_meeting(),
      kinds: ['workshops'],
      said: m.follow_up_state_meeting_recorded(),
      missing: m.follow_up_state_meeting_unknown(),
    },
    {
      title: m.follow_up_stage_session(),
      kinds: ['programme_items'],
      said: m.follow_up_state_recorded(),
      missing: m.follow_up_state_no_session(),
    },
    {
      title: m.follow_up_stage_minutes(),
      kinds: ['minutes_entries'],
      said: m.follow_up_state_on_record(),
      missing: m.follow_up_state_no_minutes(),
    },
    originStage(chain),
    {
      title: m.follow_up_stage_recommendation(),
      kinds: ['recommendations'],
      said: m.follow_up_state_formulated(),
      missing: m.follow_up_state_no_recommendation(),
    },
    {
      title: m.follow_up_stage_answers(),
      kinds: ['responses'],
      said: m.follow_up_state_on_record(),
      missing: silenceOf(chain),
    },
    {
      title: m.follow_up_stage_commitments(),
      kinds: ['commitments'],
      said: m.follow_up_state_on_record(),
      state: isDone ? 'full' : 'half',
      missing: m.follow_up_state_no_commitment(),
    },
    {
      title: m.follow_up_stage_reports(),
      kinds: ['reports'],
      said: m.follow_up_state_on_record(),
      state: reports.some(({ stage }) => stage === 'confirmed') ? 'validated' : 'full',
      missing: unreported(commitments),
    },
    {
      title: m.follow_up_stage_evidence(),
      kinds: ['evidence'],
      said: m.follow_up_state_on_record(),
      missing: m.follow_up_state_no_evidence(),
    },
  ];
}

function originStage(chain: ToldChain): StageWords {
  const has = (kind: ChainKind) => chain.nodes.some((node) => node.kind === kind);
  const [conclusion, study] = [has('conclusions'), has('initiatives')];
  const title =
    conclusion === study
      ? m.follow_up_stage_origin()
      : conclusion
        ? m.follow_up_stage_conclusion()
        : m.follow_up_stage_study();
  return {
    title,
    kinds: ['conclusions', 'initiatives'],
    said: m.follow_up_state_recorded(),
    missing: m.follow_up_state_unknown(),
  };
}

/** What is said where nobody has answered: since when, where a recommendation waits for it. */
function silenceOf(chain: ToldChain): string {
  const recommendations = rowsOf(chain, 'recommendations');
  const waiting = recommendations.filter(({ status }) => status === 'unanswered');
  const [first] = waiting.flatMap(({ status_since }) => status_since ?? []).sort();
  if (first) return m.follow_up_state_unanswered_since({ date: formatDate(first, getLocale()) });
  const isToNobody =
    recommendations.length > 0 && recommendations.every(({ status }) => status === 'unaddressed');
  return isToNobody ? m.follow_up_state_unaddressed() : m.follow_up_state_no_answer();
}

function unreported(commitments: readonly RecordOf<'commitments'>[]): string {
  const [first] = commitments.map(({ created_at }) => created_at).sort();
  if (!first) return m.follow_up_state_no_report();
  return m.follow_up_state_no_report_since({ date: formatDate(dayOf(new Date(first)), getLocale()) });
}

function recordsOf(chain: ToldChain, kinds: readonly ChainKind[]): Stage['records'] {
  return chain.nodes
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => a.level - b.level)
    .flatMap(({ id }) => {
      const record = chain.records.get(id);
      if (!record) return [];
      const told = tellRecord(record);
      return [
        {
          id,
          table: record.table,
          told: { ...told, of: servedBy(chain, record) ?? told.of },
          isCurrent: id === chain.root.id,
        },
      ];
    });
}

/** The recommendations of a chain that a commitment serves, by their references and names; null of anything else. */
function servedBy({ ties, records }: ToldChain, record: ChainRecord): string | null {
  if (record.table !== 'commitments') return null;
  const served = ties.flatMap(([from, to]) => {
    const one = to === record.row.id ? records.get(from) : undefined;
    return one?.table === 'recommendations' ? [tellRecord(one)] : [];
  });
  if (served.length === 0) return null;
  const names = served.map(({ sign, name }) => `${sign} · ${shortened(name).text}`);
  return m.follow_up_chain_serves({ list: names.join(m.ui_comma()) });
}

/** What a chain does not show of some kinds. */
function hiddenOf(chain: ToldChain, kinds: readonly ChainKind[]): Hidden {
  const all = kinds.flatMap((kind) => chain.hidden[kind] ?? []);
  return { count: all.reduce((sum, { count }) => sum + count, 0), exact: all.every(({ exact }) => exact) };
}

/** How many more there are than are shown, in words; null where there are none. */
export function moreWord({ count, exact }: Hidden): string | null {
  if (count === 0) return null;
  const inputs = { count: formatNumber(count, getLocale()) };
  return exact ? m.follow_up_chain_more(inputs) : m.follow_up_chain_more_than(inputs);
}

/** What a drawing leaves out, stage by stage: “Commitments: 14”. */
export function leftOut(chain: ToldChain): string[] {
  return stagesOf(chain).flatMap(({ title, kinds }) => {
    const more = moreWord(hiddenOf(chain, kinds));
    return more ? [`${title}${m.ui_colon()}${more}`] : [];
  });
}

/** How many characters of a record's name stand in a thread. */
const NAME_MOST = 110;

/**
 * A path as a thread of one record a stage, with what leads to the others: for the page of a record, where the session
 * and its minutes stand with their meeting.
 * @param whole the address of the page that tells the whole chain, with locale
 * @param addressees whom a recommendation asks, where the page is about one
 */
export function threadOf(chain: ToldChain, whole: string, addressees?: Addressees): ThreadStage[] {
  const [meeting, session, , ...rest] = pathOf(chain) as [Stage, Stage, Stage, ...Stage[]];
  const first: Stage =
    session.records.length > 0 && session.current
      ? { ...session, title: meeting.title }
      : { ...meeting, current: meeting.current || session.current };
  return [first, ...rest].map((stage) => {
    const { title, current } = stage;
    const answers = stage.kinds.includes('responses') && addressees ? answersOf(addressees) : null;
    const { state, stateLabel } = answers ?? stage;
    const shown = stage.records.find(({ isCurrent }) => isCurrent) ?? stage.records[0];
    const { count, exact } = stage.hidden;
    const more = shown && moreWord({ count: count + stage.records.length - 1, exact });
    return {
      title,
      state,
      stateLabel,
      ...(shown && {
        text: line([
          shown.told.sign ?? shortened(shown.told.name),
          // The page of another record says in words what is asked.
          !shown.isCurrent && shown.table === 'recommendations' && shortened(shown.told.name),
          !shown.isCurrent && shown.told.note,
        ]),
        ...(!shown.isCurrent && { href: shown.told.href }),
      }),
      ...(more && { more: { href: whole, label: more } }),
      ...(current && { current }),
    };
  });
}

/** How many of those who are asked have answered; null where none has, or nobody is asked. */
function answersOf({ organisations, unnamed }: Addressees): Pick<ThreadStage, 'state' | 'stateLabel'> | null {
  const count = organisations.filter(({ response }) => response !== null).length;
  const all = organisations.length + unnamed.length;
  if (count === 0) return null;
  return { state: count === all ? 'full' : 'half', stateLabel: m.follow_up_state_answers({ count, all }) };
}

function shortened(name: ToldRecord['name']): ToldRecord['name'] {
  if (name.text.length <= NAME_MOST) return name;
  const cut = name.text.slice(0, NAME_MOST);
  return { ...name, text: `${cut.slice(0, cut.lastIndexOf(' ') + 1 || NAME_MOST).trimEnd()}…` };
}
