/** A debate as it was held elsewhere: what people voted on, and how; read from files of the Polis open-data format. */
import type { ParticipantAttributes } from '../participant-attributes/model.ts';
import type { Ballots } from '../votes/model.ts';

/** One statement that people voted on. */
export interface Statement {
  /** As the files number it. */
  id: number;
  /** In its author's words and language; null where only votes are known. */
  text: string | null;
  /** 1 accepted by the moderators, 0 not looked at, -1 refused; 0 where nothing is said. */
  moderated: -1 | 0 | 1;
  /** How many votes agreed and disagreed as `comments.csv` counts them: those included that were replaced later. */
  stated: { agree: number; disagree: number } | null;
}

/** Statements are columns and participants rows, both in the order of their numbers. */
export interface Conversation {
  statements: Statement[];
  /** The number of the participant in each row: personal data that leaves the node on no page. */
  participants: Float64Array;
  /** Of two votes of a person on a statement the later one stands later. */
  ballots: Ballots;
  /** When each was cast, in milliseconds since 1970; null where the files don't tell. */
  times: Float64Array | null;
  /** When the first and the last were; null where the files don't tell. */
  period: { first: number; last: number } | null;
  /** Whether the ballots hold votes that were replaced later; only `votes.csv` tells. */
  everyVote: boolean;
  /** The group that the files give each participant, by row; -1 for none. Null where they give none at all. */
  groups: Int32Array | null;
  /** What is told of participants beside their votes; null where nothing is. */
  attributes: ParticipantAttributes | null;
}

/** The files a conversation is read from. */
export const conversationFiles = ['votes', 'comments', 'participants', 'attributes'] as const;
export type ConversationFile = (typeof conversationFiles)[number];

/** What became of reading. */
export interface ConversationReading {
  /** Null where nothing could be read; a problem says why. */
  conversation: Conversation | null;
  /** The first of each severity, in the order of their lines. */
  problems: ConversationProblem[];
  /** How many more there are of each severity than are named. */
  unnamed: Record<Severity, number>;
  /** Filled rows of each file, its header not counted, and how many of them could not be read. */
  rows: Partial<Record<ConversationFile, { read: number; unread: number }>>;
}

/** A whole file that is not read, a row that is not, or something to know of what was read. */
export type Severity = 'refusal' | 'unread' | 'notice';

/** Something to say of a file; {@link describeConversationProblem} puts it into words. */
export interface ConversationProblem {
  /** As the file is called. */
  file: string;
  /** From 1; null for the file as a whole. */
  line: number | null;
  /** A message key. */
  reason: ConversationReason;
  /** What the sentence names. */
  values: Record<string, string | number>;
  severity: Severity;
}

/** A file of which nothing is read, which refuses those beside it; without their prefix `deliberation_conversation_`, as the others. */
export const refusals = [
  'nothing',
  'doubled_file',
  'folder',
  'not_allowed',
  'missing',
  'unreadable',
  'empty',
  'binary',
  'missing_column',
  'doubled_column',
  'no_rows',
  'too_many_rows',
  'too_many_statements',
  'too_many_participants',
  'other_conversation',
  'tallies_of_another',
  'no_attributes',
  'too_many_categories',
] as const;
export const unreadRows = [
  'quote',
  'line_too_long',
  'fields',
  'no_statement',
  'no_participant',
  'no_vote',
  'no_time',
  'no_moderation',
  'no_tally',
  'no_text',
  'text_too_long',
  'doubled_statement',
  'doubled_participant',
  'unknown_participant',
  'unknown_participant_often',
  'category_too_long',
  'no_weight',
] as const;
export const notices = [
  'encoding',
  'undecoded',
  'unknown_statements',
  'other_tallies',
  'other_tallies_often',
  'other_counts',
  'other_counts_often',
  'other_votes',
  'other_columns',
  'no_comments',
  'tallies_doubted',
] as const;

/** The key of a message. */
export type ConversationReason =
  `deliberation_conversation_${(typeof refusals)[number] | (typeof unreadRows)[number] | (typeof notices)[number]}`;

/** How much is read of a conversation at most. */
export const conversationLimits = {
  /** Rows of `votes.csv`. */
  votes: 20_000_000,
  participants: 1_000_000,
  statements: 5_000,
  /** Rows of `comments.csv`, those that can't be read included. */
  comments: 50_000,
  /** Characters of a statement. */
  text: 10_000,
  /** Actor types, and territories; characters of one. */
  categories: 40,
  category: 200,
  /** People that a participant speaks for. */
  weight: 10_000,
  /** Votes on a statement, and such statements, from which it is told whether tallies are those of other votes. */
  tallied: { votes: 5, statements: 5 },
  /** Problems of each severity that are named; the rest is counted. */
  problems: 100,
} as const;

/** Which of a conversation's files one is by its name, as exports call them; null for another. */
export function conversationFileOf(name: string): ConversationFile | null {
  const base = name.toLowerCase().replace(/^.*[/\\]/, '');
  if (/(^|[^a-z])participants?-votes\.csv$/.test(base)) return 'participants';
  if (/(^|[^a-z])votes\.csv$/.test(base)) return 'votes';
  if (/(^|[^a-z])participants\.csv$/.test(base)) return 'attributes';
  return /(^|[^a-z])comments\.csv$/.test(base) ? 'comments' : null;
}
