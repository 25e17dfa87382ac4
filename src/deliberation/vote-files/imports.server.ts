import type { BallotRows } from '../ballot-rows/model.ts';
import { readTable, type Reading } from '../conversation-tables/imports.server.ts';
import { FileRefusal } from '../conversation-problems/model.ts';
import { timeOf, voteOf, wholeNumber } from '../conversation-tables/model.ts';
import { conversationLimits } from '../conversations/model.ts';

/**
 * Reads `votes.csv`, a vote a row: `comment-id`, `voter-id`, `vote` and, where it is there, `timestamp`. Votes are told
 * to `ballots` as they stand in the file.
 * @throws FileRefusal
 */
export async function readVotes(reading: Reading, ballots: BallotRows) {
  const limits = conversationLimits;
  return await readTable(reading, {
    columns: ['comment-id', 'voter-id', 'vote'],
    optional: ['timestamp'],
    multiline: false,
    longest: 10_000,
    rows: { most: limits.votes, kind: 'votes' },
    row(fields, at) {
      const statement = wholeNumber(fields[at['comment-id']]!);
      if (statement < 0) return { word: 'no_statement', value: fields[at['comment-id']]! };
      const participant = wholeNumber(fields[at['voter-id']]!);
      if (participant < 0) return { word: 'no_participant', value: fields[at['voter-id']]! };
      const vote = voteOf(fields[at.vote]!);
      if (vote === null) return { word: 'no_vote', value: fields[at.vote]! };
      if (at.timestamp < 0) ballots.add(participant, statement, vote);
      else {
        const time = timeOf(fields[at.timestamp]!);
        if (time < 0) return { word: 'no_time', value: fields[at.timestamp]! };
        ballots.add(participant, statement, vote, time);
      }
      if (ballots.statements > limits.statements)
        throw new FileRefusal('too_many_statements', { limit: limits.statements });
      if (ballots.participants > limits.participants)
        throw new FileRefusal('too_many_participants', { limit: limits.participants });
      return null;
    },
  });
}
