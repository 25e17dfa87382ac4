import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { giveUpVotes, keepVotes, sendVotes } from '#deliberation/debates/changes.server.ts';
import {
  analyseVotes,
  countsIn,
  describeConversationProblem,
  sentFiles,
  storeVotes,
  takeIn,
  type Findings,
  type VotesFile,
} from '#deliberation/debates/imports.server.ts';
import { hasTexts, reportIn } from '#deliberation/debates/model.ts';
import { attributeWords } from '#deliberation/participant-attributes/components/words.ts';
import { listFiles, readVotes } from '#deliberation/debates/queries.server.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import { refusals } from '#platform/records/change.server.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { fileStore, maySendFile } from '#platform/services/files.server.ts';
import { quoted } from '#platform/text/inert.ts';
import { editedDebate } from '../../../../edited-debate.server.ts';
import { sentence } from '../../../../forms.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

export const load = async (event) => {
  const debate = await editedDebate(event);
  const { db, locale } = event.locals;
  const [sent, kept, files, sentFiles] = await Promise.all([
    readVotes(db.reader, debate.id, 'sent'),
    readVotes(db.reader, debate.id, 'kept'),
    listFiles(db.reader, debate.id, 'kept'),
    listFiles(db.reader, debate.id, 'sent'),
  ]);
  return {
    slug: debate.slug,
    name: read(debate, 'title'),
    isKept: debate.digest !== null,
    votes: debate.votes,
    isStrict: kept?.strict === 1,
    files: files.map(({ file, name, bytes }) => ({ file, name, bytes })),
    isGivenUp: event.url.searchParams.get('done') === 'given-up',
    sent: sent
      ? {
          digest: sent.digest,
          at: sent.sent_at,
          files: sentFiles.map(({ name }) => name),
          isStrict: sent.strict === 1,
          counts: countsIn(sent.report),
          losesTexts: kept !== undefined && hasTexts(kept) && !hasTexts(sent),
          report: reportIn(sent, debate),
          said: wordsOf(JSON.parse(sent.problems) as Findings, locale),
        }
      : null,
  };
};

/** What is said of the files, each finding with its file and line. */
function wordsOf({ problems, unnamed, attributes }: Findings, locale: Locale) {
  return {
    attributes: attributes ? attributeWords(attributes) : [],
    findings: problems.map((problem) => ({
      where:
        problem.line === null
          ? problem.file
          : m.deliberation_votes_place({ file: problem.file, number: problem.line }),
      sentence: describeConversationProblem(problem, locale),
      severity: problem.severity === 'refusal' ? ('refused' as const) : ('warning' as const),
    })),
    more: Object.values(unnamed).reduce((sum, count) => sum + count, 0),
  };
}

const pageOf = ({ locals }: Asked, done = '') => localized(locals.address, locals.locale) + done;

interface Refused {
  /** Those that were sent, as whoever sent them calls them. */
  files?: readonly VotesFile[];
  /** What is said of the files. */
  said?: ReturnType<typeof wordsOf>;
  /** What was chosen beside them. */
  isStrict?: boolean;
}

/** The page again, with why nothing was written. */
const refusedFiles = (status: number, notice: string | null, { files = [], said, isStrict }: Refused = {}) =>
  fail(status, {
    notice,
    files: files.map(({ name }) => quoted(name)),
    said: said ?? null,
    isStrict: isStrict ?? null,
  });

/** What became of votes that somebody else sent or decided about meanwhile. */
const decisionWords: Partial<Record<string, () => string>> = {
  [refusals.stale]: () => m.deliberation_votes_changed(),
  [refusals.missing]: () => m.deliberation_votes_gone(),
};

/** Does what was decided about the votes that were shown. */
async function decide(
  event: Asked,
  work: (input: { id: string; digest: string }) => Promise<Outcome<object>>,
  goTo: (slug: string) => string,
) {
  const { id, slug } = await editedDebate(event);
  const form = await event.request.formData();
  const outcome = await work({ id, digest: String(form.get('digest') ?? '') });
  if (!outcome.ok) return refusedFiles(409, decisionWords[outcome.reason]?.() ?? sentence(outcome.reason));
  redirect(303, goTo(slug));
}

/** Throws away what still comes: a connection closed before would break off under the browser, which then shows nothing. */
const leaveUnread = async ({ request }: Asked) => request.body?.pipeTo(new WritableStream());

/** Reads and analyses the files of a form, and puts them before who sent them. */
async function send(event: Asked, debate: { id: string; language: string }) {
  const { db, actor, clock, locale } = event.locals;
  if (!(await maySendFile(actor.id))) {
    await leaveUnread(event);
    return refusedFiles(429, sentence('platform_file_too_many'));
  }
  const form = await event.request.formData();
  const isStrict = form.has('strict');
  const files = await sentFiles(form);
  if (!files.some(({ file }) => file === 'votes' || file === 'participants'))
    return refusedFiles(422, m.deliberation_votes_none_sent(), { files, isStrict });
  const { signal } = event.request;
  let analysed: Awaited<ReturnType<typeof analyseVotes>>;
  try {
    analysed = await analyseVotes(files, debate.language, { strict: isStrict, signal });
  } catch (error) {
    if (!signal.aborted && !(error instanceof Error && error.name === 'TimeoutError')) throw error;
    return refusedFiles(503, m.deliberation_votes_too_long(), { files, isStrict });
  }
  const { report, findings } = analysed;
  if (!report) return refusedFiles(422, null, { files, isStrict, said: wordsOf(findings, locale) });
  if (isStrict && report.counts.statements === 0)
    return refusedFiles(422, m.deliberation_votes_none_accepted(), {
      files,
      isStrict,
      said: wordsOf(findings, locale),
    });
  const sent = await storeVotes(fileStore(), files, report, findings, isStrict);
  const outcome = await sendVotes(db, actor, { id: debate.id, ...sent }, clock);
  if (!outcome.ok) return refusedFiles(409, sentence(outcome.reason), { files, isStrict });
  redirect(303, pageOf(event));
}

export const actions = {
  send: async (event) => {
    const { id, language } = await editedDebate(event);
    const refusal = await takeIn(() => send(event, { id, language }));
    if (refusal) return refusal;
    await leaveUnread(event);
    event.setHeaders({ 'retry-after': '60' });
    return refusedFiles(503, m.deliberation_votes_busy());
  },
  keep: (event) =>
    decide(
      event,
      (input) => keepVotes(event.locals.db, event.locals.actor, input, countsIn, event.locals.clock),
      (slug) => localized(`/debates/${slug}`, event.locals.locale),
    ),
  giveUp: (event) =>
    decide(
      event,
      (input) => giveUpVotes(event.locals.db, event.locals.actor, input),
      () => pageOf(event, '?done=given-up'),
    ),
};
