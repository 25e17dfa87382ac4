/** What a report says, in words that need no statistics. */
import { m } from '#messages';
import { formatNumber, formatPercent } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { MOST_GROUPS } from '../../opinion-groups/model.ts';
import { CLEAR } from '../../stability/model.ts';
import { inTenths } from '../../told-votes/model.ts';
import { FEWEST_SHOWN, isTooFew, seen, type ReportData, type Votes } from '../model.ts';

/** Up to here a share is told as it is, above in tenths. */
const COUNTED = 10;

/** In a room of fewer voters who knows them may guess what one of them answered. */
const SMALL_ROOM = 10;

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

/** The size of a group: not told where it is of too few people; where ballots stand for several, both. */
export function groupPeople(people: number | null, weight: number | undefined, locale: Locale): string {
  if (people === null) return m.deliberation_report_group_small(counted(FEWEST_SHOWN, locale), { locale });
  if (weight === undefined) return persons(people, locale);
  return ballotsFor(people, weight, locale);
}

/** “10 ballots for 60 people”. */
function ballotsFor(ballots: number, people: number, locale: Locale): string {
  const told = m.deliberation_report_ballots(counted(ballots, locale), { locale });
  return m.deliberation_report_group_ballots({ ballots: told, people: persons(people, locale) }, { locale });
}

/** “8 out of 10 agree”: of at most ten as they are, of more in tenths; the rest in words. */
export function shareWords(votes: Votes, answer: Answer, locale: Locale, areTenths = false): string {
  const total = seen(votes);
  const count = votes[answers.indexOf(answer)]!;
  if (areTenths && count === total) return extremeWords[answer].nearly({}, { locale });
  if (total > 0 && count === total) return extremeWords[answer].all({}, { locale });
  if (total <= COUNTED)
    return fractions[answer]({ ...counted(count, locale), total: formatNumber(total, locale) }, { locale });
  const tenths = inTenths(votes)[answers.indexOf(answer)]!;
  if (tenths === 10) return extremeWords[answer].nearly({}, { locale });
  return fractions[answer]({ ...counted(tenths, locale), total: formatNumber(10, locale) }, { locale });
}

const fractions = {
  agree: m.deliberation_report_share_agree,
  disagree: m.deliberation_report_share_disagree,
  pass: m.deliberation_report_share_pass,
};
const extremeWords = {
  agree: { all: m.deliberation_report_all_agree, nearly: m.deliberation_report_nearly_agree },
  disagree: { all: m.deliberation_report_all_disagree, nearly: m.deliberation_report_nearly_disagree },
  pass: { all: m.deliberation_report_all_pass, nearly: m.deliberation_report_nearly_pass },
};

/** The answers of at least one in ten, most first and two at most; what fewer say is left to the figures. */
function mainAnswers(votes: Votes): Answer[] {
  return answers
    .map((answer, at) => ({ answer, share: votes[at]! / seen(votes) }))
    .sort((a, b) => b.share - a.share)
    .filter(({ share }, at) => at === 0 || (at === 1 && share >= 0.1))
    .map(({ answer }) => answer);
}

function together(votes: Votes, told: readonly Answer[], locale: Locale, inTenths: boolean): string {
  const [first = '', second] = told.map((answer) => shareWords(votes, answer, locale, inTenths));
  return second ? m.deliberation_report_both({ first, second }, { locale }) : first;
}

/**
 * What most say; where that is not more than half, what comes next as well.
 * @param both whether that is told in any case
 * @param inTenths whether the votes are no numbers of people but tenths
 */
export function shortWords(votes: Votes, locale: Locale, both = false, inTenths = false): string {
  const told = mainAnswers(votes);
  const most = votes[answers.indexOf(told[0]!)]!;
  return together(votes, !both && most > seen(votes) / 2 ? told.slice(0, 1) : told, locale, inTenths);
}

/** How votes are shared out: “7 out of 10 agree, 2 out of 10 pass.” */
export function votesSentence(votes: Votes | null, locale: Locale, inTenths = false): string {
  if (!votes || seen(votes) === 0) return tooFew(locale);
  const said = together(votes, mainAnswers(votes), locale, inTenths);
  return `${said.charAt(0).toLocaleUpperCase(locale)}${said.slice(1)}.`;
}

/**
 * Of whom that is told: “of the 57 (of 83) who answered”.
 * @param people how many there are, where that is known
 */
export function amongWords(votes: Votes, locale: Locale, people?: number): string {
  const answered = formatNumber(seen(votes), locale);
  if (people === undefined) return m.deliberation_report_answered_some({ answered }, { locale });
  const all = formatNumber(Math.max(Math.round(people), seen(votes)), locale);
  return m.deliberation_report_answered({ answered, people: all }, { locale });
}

function tooFew(locale: Locale): string {
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

/** What was asked and of how many, in sentences. */
export function countsSentences({ counts, strict, weighted, tenths }: ReportData, locale: Locale): string[] {
  const { statements, votes, leftOut, spokenFor } = counts;
  const voters = counts.people - counts.noVote;
  const told = {
    statements: m.deliberation_report_statements(counted(statements, locale), { locale }),
    votes: m.deliberation_report_votes(counted(votes, locale), { locale }),
  };
  const people =
    spokenFor === undefined
      ? m.deliberation_report_people(counted(voters, locale), { locale })
      : ballotsFor(voters, spokenFor, locale);
  return [
    m.deliberation_report_counts({ people, ...told }, { locale }),
    strict ? m.deliberation_votes_strict_is({}, { locale }) : '',
    leftOut > 0 ? m.deliberation_report_left_out(counted(leftOut, locale), { locale }) : '',
    weighted
      ? (spokenFor === undefined ? m.deliberation_report_weighted : m.deliberation_report_weighted_all)(
          {},
          { locale },
        )
      : '',
    tenths ? m.deliberation_report_tenths({}, { locale }) : '',
    voters < SMALL_ROOM && voters >= FEWEST_SHOWN ? m.deliberation_report_small_room({}, { locale }) : '',
  ].filter((sentence) => sentence !== '');
}

/** That nothing divides, or that it isn't told because a group is too small. */
export function nothingDivides({ groups }: ReportData, locale: Locale): string {
  const isWhole = groups.every(({ people }) => people !== null);
  return isWhole
    ? m.deliberation_report_divides_none({}, { locale })
    : m.deliberation_report_divides_untold(counted(FEWEST_SHOWN, locale), { locale });
}

/** Whether there are groups. */
export function verdictSentence(data: ReportData, locale: Locale): string {
  if (data.counts.votes === 0) return m.deliberation_report_nobody({}, { locale });
  if (isTooFew(data))
    return (data.weighted ? m.deliberation_report_few_ballots : m.deliberation_report_few)(
      counted(FEWEST_SHOWN, locale),
      { locale },
    );
  if (data.groups.length > 0)
    return m.deliberation_report_groups(counted(data.groups.length, locale), { locale });
  if (data.verdict === 'untold') return m.deliberation_report_untold({}, { locale });
  if (data.verdict === 'alike') return m.deliberation_report_alike({}, { locale });
  return m.deliberation_report_none({}, { locale });
}

/** Who has no place on the map; nothing where everybody has one. */
export function unplacedSentence({ counts, weighted }: ReportData, locale: Locale): string {
  if (counts.tooFewVotes === 0) return '';
  const words = weighted ? m.deliberation_report_unsure_placed_ballots : m.deliberation_report_unsure_placed;
  return words(counted(counts.tooFewVotes, locale), { locale });
}

/** How sure the groups are, and how sure their number. */
export function sureSentences({ groups, verdict, sureness }: ReportData, locale: Locale): string[] {
  if (groups.length === 0) return [];
  if (!sureness)
    return [
      (verdict === 'clear' ? m.deliberation_report_clear : m.deliberation_report_uncertain)({}, { locale }),
    ];
  const { people, statements, tried, others } = sureness;
  const isOfPeople = people !== null && people < CLEAR.people;
  const isOfStatements = statements !== null && statements < CLEAR.statements;
  const doubt =
    isOfPeople === isOfStatements
      ? m.deliberation_report_uncertain
      : isOfPeople
        ? m.deliberation_report_uncertain_people
        : m.deliberation_report_uncertain_statements;
  // Who reads that groups can be relied on takes their number for as sure.
  const clear = others.length > 0 ? m.deliberation_report_clear_groups : m.deliberation_report_clear;
  const sure = verdict === 'clear' ? clear : doubt;
  const listed = others.map((number) => formatNumber(number, locale));
  const number =
    others.length > 0
      ? m.deliberation_report_number_others(
          { others: listed.join(m.deliberation_report_comma({}, { locale })) },
          { locale },
        )
      : tried <= groups.length && tried < MOST_GROUPS
        ? m.deliberation_report_number_most(counted(tried, locale), { locale })
        : m.deliberation_report_number_sure({ number: formatNumber(tried, locale) }, { locale });
  return [sure({}, { locale }), number];
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
