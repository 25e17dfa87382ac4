import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { giveUpVotes, keepVotes, sendVotes } from '#deliberation/debates/changes.server.ts';
import {
  analyseVotes,
  countsIn,
  describeConversationProblem,
  sentFiles,
  storeVotes,
  type Findings,
} from '#deliberation/debates/imports.server.ts';
import { reportIn } from '#deliberation/debates/model.ts';
import { attributeWords, withActorWords } from '#deliberation/participant-attributes/components/words.ts';
import { listFiles, readVotes } from '#deliberation/debates/queries.server.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { fileStore, maySendFile } from '#platform/services/files.server.ts';
import { editedDebate } from '../../../../edited-debate.server.ts';
import { sentence } from '../../../../forms.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

export const load = async (event) => {
  const debate = await editedDebate(event);
  const { db, locale } = event.locals;
  const [sent, kept, files] = await Promise.all([
    readVotes(db.reader, debate.id, 'sent'),
    readVotes(db.reader, debate.id, 'kept'),
    listFiles(db.reader, debate.id, 'kept'),
  ]);
  return {
    slug: debate.slug,
    name: read(debate, 'title'),
    isKept: debate.digest !== null,
    isStrict: kept?.strict === 1,
    files: files.map(({ file, name, bytes }) => ({ file, name, bytes })),
    isGivenUp: event.url.searchParams.get('done') === 'given-up',
    sent: sent
      ? {
          digest: sent.digest,
          isStrict: sent.strict === 1,
          counts: countsIn(sent.report),
          report: withActorWords(reportIn(sent, debate), locale),
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
  /** What is said of the files. */
  said?: ReturnType<typeof wordsOf>;
  /** What was chosen beside them. */
  isStrict?: boolean;
}

/** The page again, with why nothing was written. */
const refusedFiles = (status: number, notice: string | null, { said, isStrict }: Refused = {}) =>
  fail(status, { notice, said: said ?? null, isStrict: isStrict ?? null });

/** Does what was decided about the votes that were shown. */
async function decide(
  event: Asked,
  work: (input: { id: string; digest: string }) => Promise<Outcome<object>>,
  goTo: (slug: string) => string,
) {
  const { id, slug } = await editedDebate(event);
  const form = await event.request.formData();
  const outcome = await work({ id, digest: String(form.get('digest') ?? '') });
  if (!outcome.ok) return refusedFiles(409, sentence(outcome.reason));
  redirect(303, goTo(slug));
}

export const actions = {
  send: async (event) => {
    const debate = await editedDebate(event);
    const { db, actor, clock, locale } = event.locals;
    if (!(await maySendFile(actor.id))) return refusedFiles(429, sentence('platform_file_too_many'));
    const form = await event.request.formData();
    const isStrict = form.has('strict');
    const files = await sentFiles(form);
    if (!files.some(({ file }) => file === 'votes' || file === 'participants'))
      return refusedFiles(422, m.deliberation_votes_none_sent(), { isStrict });
    const { signal } = event.request;
    let analysed: Awaited<ReturnType<typeof analyseVotes>>;
    try {
      analysed = await analyseVotes(files, debate.language, { strict: isStrict, signal });
    } catch (error) {
      if (!signal.aborted && !(error instanceof Error && error.name === 'TimeoutError')) throw error;
      return refusedFiles(503, m.deliberation_votes_too_long(), { isStrict });
    }
    const { report, findings } = analysed;
    if (!report) return refusedFiles(422, null, { isStrict, said: wordsOf(findings, locale) });
    const sent = await storeVotes(fileStore(), files, report, findings, isStrict);
    const outcome = await sendVotes(db, actor, { id: debate.id, ...sent }, clock);
    if (!outcome.ok) return refusedFiles(409, sentence(outcome.reason), { isStrict });
    redirect(303, pageOf(event));
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
