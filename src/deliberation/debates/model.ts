import type { Visibility } from '#network/visibility/model.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { ConversationFile } from '../conversations/model.ts';
import { guarded } from '../kept-reports/model.ts';
import type { ReportData } from '../reports/model.ts';

/** A debate in which people voted on statements; its votes and what became of them stand apart. */
export interface DebateRow extends RecordColumns, Trilingual<'title'>, Trilingual<'summary'> {
  slug: string;
  /** Days of the debate, as exact as they are known; the last one is null where there is one day. */
  starts_on: string;
  ends_on: string | null;
  workshop_id: string | null;
  /** Of the statements: ISO 639, `mul` where they are in several languages. */
  language: string;
  url: string | null;
  licence: string | null;
  visibility: Visibility;
  /** Of the votes that are kept; null, as the figures, while there are none. */
  digest: string | null;
  participants: number | null;
  statements: number | null;
  votes: number | null;
  /** 0 where no groups can be told. */
  group_count: number | null;
}

/** The votes that are kept, and those that were sent and are looked at. */
export const voteStages = ['sent', 'kept'] as const;
export type VoteStage = (typeof voteStages)[number];

/** How many days votes are kept that were sent and that nobody decides about. */
export const SENT_VOTES_KEPT = 7;

/** What became of votes. Nobody edits it, and the journal doesn't hold it. */
export interface DebateVotesRow {
  debate_id: string;
  stage: VoteStage;
  sent_at: string;
  digest: string;
  /** 1 where only statements that moderators accepted were analysed. */
  strict: 0 | 1;
  /** What the report says, as JSON; it holds nobody's identifier. */
  report: string;
  /** What was wrong with the files, as JSON. */
  problems: string;
}

/** A file that votes came in; no public page hands it out. */
export interface DebateFileRow {
  debate_id: string;
  stage: VoteStage;
  file: ConversationFile;
  name: string;
  bytes: number;
  sha256: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    debates: DebateRow;
    debate_votes: DebateVotesRow;
    debate_files: DebateFileRow;
  }
}

/** The figures of a debate that everybody reads. */
export interface DebateCounts {
  participants: number;
  statements: number;
  votes: number;
  /** 0 where no groups can be told. */
  groups: number;
}

/** A debate's figures; null where no votes are kept. */
export function countsOf(debate: DebateRow): DebateCounts | null {
  const { participants, statements, votes, group_count: groups } = debate;
  if (participants === null || statements === null || votes === null || groups === null) return null;
  return { participants, statements, votes, groups };
}

/** Whether votes came with the texts of their statements. */
export function hasTexts({ report }: DebateVotesRow): boolean {
  return (JSON.parse(report) as ReportData).statements.some(({ text }) => text !== '');
}

/**
 * The report on votes of a debate, as far as it may be told; its statements are in the language that the debate's record
 * says now.
 */
export function reportIn({ report, strict }: DebateVotesRow, { language }: DebateRow): ReportData {
  return {
    ...guarded(JSON.parse(report) as ReportData),
    ...(strict === 1 && { strict: true }),
    language: language === 'mul' ? null : language,
  };
}
