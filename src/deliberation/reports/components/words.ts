/** What a report says, in words that need no statistics. */
import { m } from '#messages';
import { formatNumber, formatPercent } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { FEWEST_SHOWN, seen, type ReportData, type Votes } from '../model.ts';

/** Up to here a share is told as it is, above in tenths. */
const COUNTED = 10;

type Answer = 'agree' | 'disagree' | 'pass';
const answers: readonly Answer[] = ['agree', 'disagree', 'pass'];

/** A count with the word it counts, grouped as the language groups numbers. */
export function counted(count: number, locale: Locale): { count: number; number: string } {
  return { count, number: formatNumber(count, locale) };
}

export function letters(locale: Locale): string[] {
  return m.deliberation_report_letters({}, { locale }).split(' ');
}

export function letterOf(group: number, locale: Locale): string {
  const all = letters(locale);
  return all[group] ?? formatNumber(group + 1, locale);
}

export function groupName(group: number, locale: Locale): string {
  return m.deliberation_report_group({ letter: letterOf(group, locale) }, { locale });
}

export function persons(count: number, locale: Locale): string {
  return m.deliberation_report_persons(counted(count, locale), { locale });
}

/** “8 people out of 10 agree”: of at most ten as they are, of more in tenths; the rest in words. */
export function shareWords(votes: Votes, answer: Answer, locale: Locale): string {
  const total = seen(votes);
  const count = votes[answers.indexOf(answer)]!;
  const extremes = extremeWords[answer];
  if (count === 0) return extremes.no({}, { locale });
  if (count === total) return extremes.all({}, { locale });
  if (total <= COUNTED)
    return fractions[answer]({ ...counted(count, locale), total: formatNumber(total, locale) }, { locale });
  const tenths = Math.round((10 * count) / total);
  if (tenths === 0) return extremes.hardly({}, { locale });
  if (tenths === 10) return extremes.nearly({}, { locale });
  return fractions[answer]({ ...counted(tenths, locale), total: formatNumber(10, locale) }, { locale });
}

const fractions = {
  agree: m.deliberation_report_share_agree,
  disagree: m.deliberation_report_share_disagree,
  pass: m.deliberation_report_share_pass,
};
const extremeWords = {
  agree: {
    all: m.deliberation_report_all_agree,
    nearly: m.deliberation_report_nearly_agree,
    hardly: m.deliberation_report_hardly_agree,
    no: m.deliberation_report_no_agree,
  },
  disagree: {
    all: m.deliberation_report_all_disagree,
    nearly: m.deliberation_report_nearly_disagree,
    hardly: m.deliberation_report_hardly_disagree,
    no: m.deliberation_report_no_disagree,
  },
  pass: {
    all: m.deliberation_report_all_pass,
    nearly: m.deliberation_report_nearly_pass,
    hardly: m.deliberation_report_hardly_pass,
    no: m.deliberation_report_no_pass,
  },
};

/** A sentence on how votes are shared out: what most say, and what many of the others do. */
export function votesSentence(votes: Votes | null, locale: Locale): string {
  if (!votes || seen(votes) === 0) return finished([tooFew(locale)], locale);
  const order = answers
    .map((answer, at) => ({ answer, count: votes[at]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  // What less than one in ten says is left to the figures.
  const told = order.filter(({ count }, at) => at === 0 || count / seen(votes) >= 0.1).slice(0, 2);
  return finished(
    told.map(({ answer }) => shareWords(votes, answer, locale)),
    locale,
  );
}

export function tooFew(locale: Locale): string {
  return m.deliberation_report_too_few(counted(FEWEST_SHOWN, locale), { locale });
}

/** All three figures: “114 agree · 12 pass · 18 disagree”. */
export function exactVotes([agree, disagree, pass]: Votes, locale: Locale): string {
  return m.deliberation_report_exact(
    {
      agree: formatNumber(agree, locale),
      disagree: formatNumber(disagree, locale),
      pass: formatNumber(pass, locale),
    },
    { locale },
  );
}

/** The people, statements and votes of a debate in one sentence. */
export function countsSentence({ counts }: ReportData, locale: Locale): string {
  return m.deliberation_report_counts(
    {
      people: m.deliberation_report_people(counted(counts.people - counts.noVote, locale), { locale }),
      statements: m.deliberation_report_statements(counted(counts.statements, locale), { locale }),
      votes: m.deliberation_report_votes(counted(counts.votes, locale), { locale }),
    },
    { locale },
  );
}

/** Whether there are groups, and how sure that is. */
export function verdictSentences(data: ReportData, locale: Locale): string[] {
  if (data.counts.votes === 0) return [m.deliberation_report_nobody({}, { locale })];
  if (data.groups.length === 0) {
    if (data.verdict === 'untold') return [m.deliberation_report_untold({}, { locale })];
    if (data.verdict === 'alike') return [m.deliberation_report_alike({}, { locale })];
    return [m.deliberation_report_none({}, { locale })];
  }
  const sure = data.verdict === 'clear' ? m.deliberation_report_clear : m.deliberation_report_uncertain;
  return [
    m.deliberation_report_groups(counted(data.groups.length, locale), { locale }),
    sure({}, { locale }),
  ];
}

/** The shares of parts in hundredths that make up a hundred: what rounding leaves goes to the largest remainders. */
export function percents(parts: readonly number[], locale: Locale): string[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => formatPercent(0, locale));
  const exact = parts.map((part) => (100 * part) / whole);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const order = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  for (const at of order.slice(0, left)) floors[at]! += 1;
  return floors.map((floor) => formatPercent(floor / 100, locale));
}

function finished(parts: string[], locale: Locale): string {
  const [first = '', second] = parts;
  const said = second
    ? m.deliberation_report_sentence({ first, second }, { locale })
    : m.deliberation_report_sentence_one({ first }, { locale });
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
}
