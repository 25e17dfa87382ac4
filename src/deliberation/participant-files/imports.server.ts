import type { BallotRows } from '../ballot-rows/model.ts';
import { FileRefusal, Repeated } from '../conversation-problems/model.ts';
import { readTable, type Reading } from '../conversation-tables/imports.server.ts';
import { voteOf, wholeNumber } from '../conversation-tables/model.ts';
import { conversationLimits } from '../conversations/model.ts';

/**
 * Reads `participants-votes.csv`, a participant a row: `participant` and, where they are there, `group-id`, `n-votes`,
 * `n-agree` and `n-disagree`; then a column for each statement, named by its number, with the last vote or nothing.
 * @returns also the group of each participant who has one; null where the file gives none
 * @throws FileRefusal
 */
export async function readParticipants(reading: Reading, ballots: BallotRows) {
  const limits = conversationLimits;
  const groups = new Map<number, number>();
  const seen = new Set<number>();
  const others = new Repeated('other_counts');
  let topics: { at: number; id: number }[] = [];
  const cast = new Int8Array(limits.statements);
  const table = await readTable(reading, {
    columns: ['participant'],
    optional: ['group-id', ...tallies],
    multiline: false,
    longest: limits.statements * 30 + 10_000,
    rows: { most: limits.participants, kind: 'participants' },
    header(names) {
      topics = names.flatMap((name, at) => (wholeNumber(name) < 0 ? [] : [{ at, id: wholeNumber(name) }]));
      if (topics.length === 0) throw new FileRefusal('missing_column', { columns: '0, 1, 2 …' });
      if (topics.length > limits.statements)
        throw new FileRefusal('too_many_statements', { limit: limits.statements });
      const ids = topics.map(({ id }) => id);
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined) throw new FileRefusal('doubled_column', { column: twice });
      for (const id of ids) ballots.statement(id);
    },
    row(fields, at, line) {
      const id = wholeNumber(fields[at.participant]!);
      if (id < 0) return { word: 'no_participant', value: fields[at.participant]! };
      if (seen.has(id)) return { word: 'doubled_participant', value: String(id) };
      const counts = [0, 0, 0];
      for (const [place, topic] of topics.entries()) {
        const field = fields[topic.at]!;
        const vote = field === '' || field.trim() === '' ? ABSENT : voteOf(field);
        if (vote === null) return { word: 'no_vote', value: field };
        cast[place] = vote;
        if (vote === ABSENT) continue;
        counts[0]! += 1;
        if (vote !== 0) counts[vote === 1 ? 1 : 2]! += 1;
      }
      seen.add(id);
      ballots.participant(id);
      topics.forEach((topic, place) => {
        if (cast[place] !== ABSENT) ballots.add(id, topic.id, cast[place]!);
      });
      const group = at['group-id'] < 0 ? -1 : wholeNumber(fields[at['group-id']]!);
      if (group >= 0 && group < 1_000) groups.set(id, group);
      const differs = tallies.findIndex(
        (name, which) => at[name] >= 0 && wholeNumber(fields[at[name]]!) !== counts[which],
      );
      if (differs >= 0)
        others.add(line, {
          column: tallies[differs]!,
          stated: fields[at[tallies[differs]!]]!,
          counted: counts[differs]!,
        });
      return null;
    },
  });
  others.tell(reading.problems, reading.file.name);
  return { ...table, groups: groups.size > 0 ? groups : null };
}

/** No vote. */
const ABSENT = 2;

/** What a row may count of itself. */
const tallies = ['n-votes', 'n-agree', 'n-disagree'] as const;
