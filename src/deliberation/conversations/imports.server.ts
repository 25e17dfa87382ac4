import { BallotRows, type NumberedBallots } from '../ballot-rows/model.ts';
import { readComments, type CommentRow } from '../comment-files/imports.server.ts';
import { FileRefusal, Problems, Repeated } from '../conversation-problems/model.ts';
import type { Reading, ReadingProgress, SourceFile } from '../conversation-tables/imports.server.ts';
import { readAttributes } from '../participant-attributes/imports.server.ts';
import { readParticipants } from '../participant-files/imports.server.ts';
import { readVotes } from '../vote-files/imports.server.ts';
import { rawTallies, voteMatrix } from '../votes/model.ts';
import {
  conversationFileOf,
  conversationLimits,
  type Conversation,
  type ConversationFile,
  type ConversationReading,
  type Statement,
} from './model.ts';

export { describeConversationProblem } from '../conversation-problems/exports.server.ts';
export type { ReadingProgress, SourceFile } from '../conversation-tables/imports.server.ts';

/** Who hears how far reading is, and may end it. */
export interface ReadingAttendance {
  signal?: AbortSignal | undefined;
  watch?: ((progress: ReadingProgress) => void) | undefined;
}

/**
 * Reads a conversation in the Polis open-data format: `votes.csv` with `comments.csv`, or `participants-votes.csv`
 * alone; beside `votes.csv` the latter gives groups and is compared. `participants.csv` tells of people beside their
 * votes. Memory is bounded whatever the files hold: rows that can't be read are named by file and line, and left out. A
 * file of which nothing can be read refuses all of them: without it the others would tell something else.
 * @param files by their names; others are left aside
 * @throws the signal's reason once it is aborted
 */
export async function readConversation(
  files: readonly SourceFile[],
  attendance: ReadingAttendance = {},
): Promise<ConversationReading> {
  const problems = new Problems();
  const rows: ConversationReading['rows'] = {};
  const given = filesByKind(files, problems);
  const read = async <T extends { read: number; unread: number }>(
    kind: ConversationFile,
    how: (reading: Reading) => Promise<T>,
  ): Promise<T | null> => {
    const file = given[kind];
    if (!file) return null;
    try {
      const table = await how({ file, problems, ...attendance });
      rows[kind] = { read: table.read, unread: table.unread };
      if (table.read === 0) throw new FileRefusal('no_rows');
      return table;
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      problems.add(error.word, file.name, null, error.values);
      return null;
    }
  };

  const cast = new BallotRows();
  const last = new BallotRows();
  const comments = new Map<number, CommentRow>();
  const votes = await read('votes', (reading) => readVotes(reading, cast));
  const people = await read('participants', (reading) => readParticipants(reading, last));
  await read('comments', (reading) => readComments(reading, comments));

  const everyVote = given.votes !== undefined;
  const source = everyVote ? votes : people;
  const ends = (conversation: Conversation | null) => ({
    conversation: problems.refused ? null : conversation,
    ...problems.all(),
    rows,
  });
  if (!given.votes && !given.participants) problems.add('nothing', 'votes.csv');
  if (!source) return ends(null);
  const sheet = everyVote && people ? last.taken() : null;
  const ballots = everyVote ? cast : last;
  const voted = ballots.statements;
  const known = comments.size > 0;
  for (const id of comments.keys()) ballots.statement(id);
  if (known && ballots.statements === voted + comments.size) {
    problems.add('other_conversation', given.comments!.name);
    return ends(null);
  }
  if (ballots.statements > conversationLimits.statements) {
    problems.add('too_many_statements', given.comments!.name, null, { limit: conversationLimits.statements });
    return ends(null);
  }
  for (const id of sheet?.participants ?? []) ballots.participant(id);
  const numbered = ballots.taken();
  const told = await read('attributes', (reading) => readAttributes(reading, numbered.participants));
  if (!given.comments && !problems.refused) problems.lead('no_comments', 'comments.csv');
  if (known) sayUnknown(numbered, comments, problems, given.comments!.name);
  if (known && everyVote) sayOtherTallies(numbered, comments, problems, given.comments!.name);
  if (sheet) sayOtherVotes(numbered, sheet, problems, given.participants!.name);
  return ends({
    statements: Array.from(numbered.statements, (id) => statementOf(id, comments.get(id))),
    participants: numbered.participants,
    ballots: numbered.ballots,
    times: numbered.times,
    period: numbered.period,
    everyVote,
    groups: people?.groups
      ? Int32Array.from(numbered.participants, (id) => people.groups!.get(id) ?? -1)
      : null,
    attributes: told?.attributes ?? null,
  });
}

/** One file of each kind: of two, it is not for us to choose. */
function filesByKind(files: readonly SourceFile[], problems: Problems) {
  const given: Partial<Record<ConversationFile, SourceFile>> = {};
  for (const file of files) {
    const kind = conversationFileOf(file.name);
    if (kind === null) continue;
    if (given[kind]) problems.add('doubled_file', file.name, null, { other: given[kind].name });
    else given[kind] = file;
  }
  return given;
}

function statementOf(id: number, comment: CommentRow | undefined): Statement {
  if (!comment) return { id, text: null, moderated: 0, stated: null };
  const { text, moderated, stated } = comment;
  return { id, text, moderated, stated };
}

function sayUnknown(
  { statements }: NumberedBallots,
  comments: Map<number, CommentRow>,
  problems: Problems,
  file: string,
): void {
  const unknown = statements.filter((id) => !comments.has(id));
  if (unknown.length === 0) return;
  const some = `${[...unknown.subarray(0, 10)].join(', ')}${unknown.length > 10 ? ' …' : ''}`;
  problems.add('unknown_statements', file, null, { count: unknown.length, statements: some });
}

const { tallied } = conversationLimits;

/**
 * Says which statements have other tallies than the votes. Where most have, the files hardly come of one debate, and
 * where nearly all have, in either direction, they are refused.
 */
function sayOtherTallies(
  { ballots, statements }: NumberedBallots,
  comments: Map<number, CommentRow>,
  problems: Problems,
  file: string,
): void {
  const { agree, disagree, pass } = rawTallies(ballots, statements.length);
  const others = new Repeated('other_tallies');
  const compared = { count: 0, of: 0, more: 0, fewer: 0 };
  // An export that counts no votes at all says nothing of whose they are.
  const counts = [...comments.values()].some(({ stated }) => stated && stated.agree + stated.disagree > 0);
  statements.forEach((id, column) => {
    const { stated, line } = comments.get(id) ?? {};
    if (!stated || !line) return;
    const counted = { agree: agree[column]!, disagree: disagree[column]! };
    const isCompared = counts && counted.agree + counted.disagree + pass[column]! >= tallied.votes;
    if (isCompared) compared.of += 1;
    if (stated.agree === counted.agree && stated.disagree === counted.disagree) return;
    if (isCompared) {
      compared.count += 1;
      if (stated.agree >= counted.agree && stated.disagree >= counted.disagree) compared.more += 1;
      if (stated.agree <= counted.agree && stated.disagree <= counted.disagree) compared.fewer += 1;
    }
    others.add(line, {
      agrees: stated.agree,
      disagrees: stated.disagree,
      agreed: counted.agree,
      disagreed: counted.disagree,
    });
  });
  const { count, of, more, fewer } = compared;
  if (of < tallied.statements || count <= of / 2) return others.tell(problems, file);
  // Of two exports of one debate the later one has all the votes of the earlier one.
  if (count > 0.9 * of && more < count && fewer < count)
    problems.add('tallies_of_another', file, null, { count, of });
  else problems.lead('tallies_doubted', file, { count, of });
}

/** Says on how many cells the sheet's last votes are others than those that were cast last. */
function sayOtherVotes(
  { ballots, participants, statements }: NumberedBallots,
  sheet: NumberedBallots,
  problems: Problems,
  file: string,
): void {
  const columnOf = new Map(Array.from(statements, (id, column) => [id, column]));
  const rowOf = new Map(Array.from(participants, (id, row) => [id, row]));
  // Statements that only the sheet has come after the others: nobody's cast votes stand there.
  for (const id of sheet.statements) if (!columnOf.has(id)) columnOf.set(id, columnOf.size);
  const size = { participants: participants.length, statements: columnOf.size };
  const own = voteMatrix(ballots, size);
  const theirs = voteMatrix(
    {
      participants: sheet.ballots.participants.map((row) => rowOf.get(sheet.participants[row]!)!),
      statements: sheet.ballots.statements.map((column) => columnOf.get(sheet.statements[column]!)!),
      votes: sheet.ballots.votes,
    },
    size,
  );
  let [both, same] = [0, 0];
  for (let row = 0; row < size.participants; row += 1) {
    let at = theirs.rowStarts[row]!;
    for (let mine = own.rowStarts[row]!; mine < own.rowStarts[row + 1]!; mine += 1) {
      while (at < theirs.rowStarts[row + 1]! && theirs.columns[at]! < own.columns[mine]!) at += 1;
      if (at === theirs.rowStarts[row + 1]! || theirs.columns[at] !== own.columns[mine]) continue;
      both += 1;
      if (theirs.values[at] === own.values[mine]) same += 1;
    }
  }
  const count = own.columns.length + theirs.columns.length - both - same;
  if (count > 0) problems.add('other_votes', file, null, { count });
}
