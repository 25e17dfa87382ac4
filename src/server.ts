import type { IncomingMessage, ServerResponse } from 'node:http';
import { m } from '#messages';
import { sentVotesExpiring } from '#deliberation/debates/changes.server.ts';
import { debateFiles } from '#deliberation/debates/queries.server.ts';
import { remindOwners } from '#events/actions/changes.server.ts';
import { approvalNotices } from '#events/minutes-approvals/reactions.server.ts';
import { actionNotices } from '#events/actions/reactions.server.ts';
import { readingsHolder } from '#follow-up/readings/changes.server.ts';
import { readingNotices } from '#follow-up/readings/reactions.server.ts';
import { remindAnswering, remindReporting, remindUnreported } from '#follow-up/reminders/changes.server.ts';
import { reminderNotices } from '#follow-up/reminders/reactions.server.ts';
import { reportNotices } from '#follow-up/reports/reactions.server.ts';
import { approvalsHolder } from '#events/minutes-approvals/changes.server.ts';
import { writersExpiring } from '#events/minutes-sync/changes.server.ts';
import { workshopNotices } from '#events/status/reactions.server.ts';
import { remindCommitted, turnLate } from '#follow-up/commitment-status/changes.server.ts';
import { commitmentNotices } from '#follow-up/commitment-status/reactions.server.ts';
import { evidenceFiles } from '#follow-up/evidence/queries.server.ts';
import { extensionNotices } from '#follow-up/extensions/reactions.server.ts';
import { followsHolder } from '#follow-up/follows/changes.server.ts';
import { savedViewsHolder } from '#follow-up/saved-views/changes.server.ts';
import { handoversHolder } from '#follow-up/handovers/changes.server.ts';
import { handoverNotices } from '#follow-up/handovers/reactions.server.ts';
import { followUpNotices } from '#follow-up/reactions.server.ts';
import { namedFiles } from '#network/documents/queries.server.ts';
import { absencesExpiring, absencesHolder } from '#network/absences/changes.server.ts';
import { absenceNotices } from '#network/absences/reactions.server.ts';
import { grantNotices } from '#network/grants/reactions.server.ts';
import { invitationNotices } from '#network/invitations/reactions.server.ts';
import { membershipNotices } from '#network/memberships/reactions.server.ts';
import { noticesExpiring, noticesHolder, runNotices } from '#network/notices/changes.server.ts';
import type { NoticeWriters } from '#network/notices/queries.server.ts';
import { personNotices } from '#network/person-links/reactions.server.ts';
import { networkHolder } from '#network/personal-data/changes.server.ts';
import { networkExpirings, unnamedFiles } from '#network/retention/changes.server.ts';
import { followJournal } from '#platform/cache/follow.ts';
import { Memory } from '#platform/cache/memory.ts';
import { PageCache } from '#platform/cache/pages.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { holdDatabase } from '#platform/database/database-lock.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open.ts';
import { lockFolder } from '#platform/database/server-lock.ts';
import type { Environment } from '#platform/environment/environment.ts';
import { LARGEST_FILE } from '#platform/files/model.ts';
import { openStore } from '#platform/files/store.ts';
import { LARGEST_FORM, settleAdapter } from '#platform/http/adapter.ts';
import { takesFiles } from '#platform/http/body.ts';
import { front, type Context, type Pages } from '#platform/http/front.ts';
import { listen } from '#platform/http/listen.ts';
import { filePace, formPace } from '#platform/http/pace.ts';
import { restWhenQuiet } from '#platform/http/rest.ts';
import type { TooLargeWords } from '#platform/http/too-large.ts';
import { runConsumers, type Consumer } from '#platform/journal/consume.ts';
import { lastNumber } from '#platform/journal/read.ts';
import { jsonLog, type Log } from '#platform/log/log.ts';
import { formatBytes } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { runPost } from '#platform/mail/post.ts';
import { platformHolders } from '#platform/personal-data/holders.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { platformExpirings } from '#platform/retention/expirings.ts';
import { purgeAll, runNightly, type Expiring } from '#platform/retention/retention.ts';
import { fillWords } from '#platform/search/keep.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { provideServices, withdrawServices, type Services } from '#platform/services/services.ts';
import { signInWhenAsked } from '#platform/sign-in/open.ts';
import { runDispatches } from '#publication/dispatches/changes.server.ts';
import { subscriptionsExpiring, subscriptionsHolder } from '#publication/subscriptions/changes.server.ts';

/** Who holds data of persons with an account, in the order in which they erase; what the journal kept goes after all. */
export const personalData: readonly PersonalDataHolder[] = [
  noticesHolder,
  absencesHolder,
  networkHolder,
  approvalsHolder,
  followsHolder,
  savedViewsHolder,
  readingsHolder,
  handoversHolder,
  subscriptionsHolder,
  ...platformHolders,
];

/** What is kept for a time only. */
function expiringsOf(dataFolder: string): readonly Expiring[] {
  return [
    ...platformExpirings,
    ...networkExpirings,
    noticesExpiring,
    absencesExpiring,
    sentVotesExpiring,
    unnamedFiles(openStore(dataFolder), [namedFiles, debateFiles, evidenceFiles]),
    writersExpiring,
    subscriptionsExpiring,
  ];
}

/** Who words each kind of notice, in the order of the rooms. */
export const noticeWriters: NoticeWriters = {
  ...membershipNotices,
  ...invitationNotices,
  ...grantNotices,
  ...absenceNotices,
  ...personNotices,
  ...workshopNotices,
  ...approvalNotices,
  ...actionNotices,
  ...followUpNotices,
  ...commitmentNotices,
  ...extensionNotices,
  ...reportNotices,
  ...readingNotices,
  ...handoverNotices,
  ...reminderNotices,
};

/** Before the digests of the morning. */
const REMINDED_AT = '30 6 * * *';

const reminders = [remindOwners, remindCommitted, remindReporting, remindUnreported, remindAnswering];

/** Queues what falls due day by day; what fails is tried again with the next. */
function runReminders({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  const remind = async () => {
    for (const due of reminders)
      try {
        await db.exclusively('reminders', () => due(db, clock));
      } catch (error) {
        log.error('reminders failed', { error });
      }
  };
  return runNightly(remind, REMINDED_AT);
}

/** As soon as a day has passed, what should have been done on it is late. */
const TURNED_AT = '0 0 * * *';

function runCalendar({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  const turn = async () => {
    try {
      await db.exclusively('calendar', () => turnLate(db, clock));
    } catch (error) {
      log.error('calendar failed', { error });
    }
  };
  return runNightly(turn, TURNED_AT);
}

/** What follows every change, in the order of the rooms. */
const consumers: Consumer[] = [];

export interface ServeOptions extends Environment {
  host: string;
  log?: Log;
  /** The present instant for pages and consumers; the system's by default. */
  clock?: Clock;
  /** Called once the schema is up to date and before the first request, with progress for people. */
  prepare?(db: Database): Promise<void>;
}

/** A node that is serving. */
export interface RunningNode {
  port: number;
  publicUrl: string;
  services: Services;
  /** Resolves once every page is as fresh as the journal; for tests and benchmarks. */
  settled(): Promise<void>;
  /** Finishes requests under way, then consumers, then closes the database. */
  stop(): Promise<void>;
}

type OpenOptions = Pick<ServeOptions, 'dataFolder' | 'databaseUrl' | 'log' | 'clock' | 'prepare'>;

/**
 * Opens a node without listening: holds its folder, brings the schema up to date, prepares it.
 * @param closing takes, in order of opening, what must be closed in reverse
 */
async function openNode(options: OpenOptions, closing: Closing) {
  const { log = jsonLog(), clock = systemClock } = options;
  closing.push(
    options.databaseUrl ? await holdDatabase(options.databaseUrl, 'shared') : lockFolder(options.dataFolder),
  );
  const db = openDatabase(options);
  closing.push(() => db.close());
  await migrate(db);
  await options.prepare?.(db);
  const filled = await fillWords(db, (records) => log.info('words of records wait', { records }));
  if (filled > 0) log.info('words of records kept', { records: filled });
  return { db, clock, log, dataFolder: options.dataFolder, secrets: openSecrets(options.dataFolder) };
}

/** What requests are served with, once the address is known. */
function servicesOf(
  node: Omit<Services, 'publicUrl' | 'signIn' | 'personalData'>,
  publicUrl: string,
): Services {
  return { ...node, publicUrl, personalData, signIn: signInWhenAsked({ ...node, publicUrl }) };
}

type Closing = (() => Promise<void> | void)[];

/** Closes what was opened, the last first; a second call finds nothing left. */
async function close(closing: Closing): Promise<void> {
  for (const step of closing.reverse().splice(0)) await step();
}

/**
 * Opens the node behind a server that renders the pages from their source, and hands it to them.
 * @param port where that server listens: the public address, unless the environment names one
 * @throws as {@link serve}; nothing is left open then
 * @returns a function that closes the node
 */
export async function develop(
  options: OpenOptions & Pick<Environment, 'publicUrl'>,
  port: number,
): Promise<() => Promise<void>> {
  const closing: Closing = [];
  try {
    const node = await openNode(options, closing);
    const services = servicesOf(node, options.publicUrl ?? `http://localhost:${port}`);
    provideServices(services);
    closing.push(withdrawServices);
    closing.push(runNotices(node.db, { ...services, writers: noticeWriters }, node.log));
    closing.push(runDispatches(node.db, services, node.log));
    closing.push(runPost(node.db, node.secrets, node.clock, node.log));
    closing.push(runNightly(() => purgeAll(node.db, expiringsOf(node.dataFolder), node.clock, node.log)));
    closing.push(runReminders(node));
    closing.push(runCalendar(node));
    return () => close(closing);
  } catch (error) {
    await close(closing);
    throw error;
  }
}

/**
 * The composition root: opens the database, the page cache and the journal's consumers, and serves.
 * @throws FolderInUse, DatabaseInUse, SchemaMismatch, PortTaken: refusals that the command line puts into words.
 */
export async function serve(options: ServeOptions): Promise<RunningNode> {
  const closing: Closing = [];
  try {
    const node = await openNode(options, closing);
    const { db, clock, log } = node;
    const cache = new PageCache();
    const memory = new Memory();
    const follower = await followJournal(db, [cache, memory], log);
    closing.push(() => follower.stop());
    closing.push(runConsumers(db, consumers, clock, log));
    closing.push(runPost(db, node.secrets, clock, log));
    closing.push(runNightly(() => purgeAll(db, expiringsOf(node.dataFolder), clock, log)));
    closing.push(runReminders(node));
    closing.push(runCalendar(node));
    // Before the listener in this list, so after it when closing: requests under way still need the services.
    closing.push(withdrawServices);

    let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
      response.writeHead(503, { 'retry-after': '1' }).end();
    };
    const rest = restWhenQuiet();
    closing.push(() => rest.stop());
    const asked = (request: IncomingMessage, response: ServerResponse) => {
      rest.disturb();
      answer(request, response);
    };
    const listening = await listen(asked, {
      host: options.host,
      port: options.port,
      nextFree: !options.portAsked,
      paceOf: (request) => (takesFiles(request, UPLOADS) ? filePace : formPace),
    });
    closing.push(() => listening.stop());

    const publicUrl = options.publicUrl ?? `http://localhost:${listening.port}`;
    const services = servicesOf(node, publicUrl);
    closing.push(runNotices(db, { ...services, writers: noticeWriters }, log));
    closing.push(runDispatches(db, services, log));
    provideServices(services);
    answer = front({
      pages: await builtPages(),
      cache,
      memory,
      publicUrl,
      clock,
      log,
      uploads: UPLOADS,
      openForms: OPEN_FORMS,
      narrowedFiles: NARROWED_FILES,
      tooLarge,
      health: () => health(db, log),
    });
    return {
      port: listening.port,
      publicUrl,
      services,
      settled: () => follower.settled(),
      stop: () => close(closing),
    };
  } catch (error) {
    await close(closing);
    throw error;
  }
}

/** Pages of the office to which files are sent. */
const UPLOADS =
  /^\/(fr|ar|en)\/(workshops\/[^/]+\/(documents|programme\/import|minutes\/[^/]+\/file)|debates\/[^/]+\/votes|commitments\/[^/]+\/reports\/[^/]+\/evidence|(organisations|people)\/import)(\?|$)/;

/** Where a mail program ends a subscription for its reader (RFC 8058). */
const OPEN_FORMS = /^\/api\/subscriptions\?/;

/** Files that heed what stands after the question mark. */
const NARROWED_FILES =
  /\/((recommendations|commitments)\/(list|matrix|delays)|territories\/[^/]+\/briefing)\.[a-z]+$/;

/** What is said of a body that is too large. The limits are said as people count them: 20 MB. */
function tooLarge(of: 'file' | 'form', locale: Locale): TooLargeWords {
  const most = Math.floor((of === 'file' ? LARGEST_FILE : LARGEST_FORM) / 2 ** 20) * 1_000_000;
  const say = { locale };
  return {
    title: m.platform_body_too_large_title({}, say),
    text: (of === 'file' ? m.platform_body_file_too_large : m.platform_body_too_large)(
      { limit: formatBytes(most, locale) },
      say,
    ),
    home: m.platform_body_home({}, say),
    back: m.platform_body_back({}, say),
  };
}

/** Fonts lie outside Kit's own folder of lasting files; their names carry a hash of their content as well. */
const HASHED_FONT = /^\/fonts\/.+\.[0-9a-f]{8}\.woff2$/;

/** The pages as `npm run build` left them. */
async function builtPages(): Promise<Pages> {
  settleAdapter(process.env);
  const build = new URL('../build/', import.meta.url);
  const { handler } = await import(new URL('handler.js', build).href);
  const { server, assets } = await import(new URL('adapter-node.js', build).href);
  const files: string[] = assets.entries.map(([address]: [string]) => address);
  return {
    lasting: new Set(files.filter((address) => HASHED_FONT.test(address))),
    handle: handler,
    render: (page: Request, { request, reads, memory }: Context) =>
      server.respond(page, {
        platform: { req: request, reads, memory },
        getClientAddress: () => request.socket.remoteAddress ?? '',
      }),
  };
}

async function health(db: Database, log: Log) {
  try {
    return { healthy: true, body: { status: 'ok', engine: db.engine, journal: await lastNumber(db) } };
  } catch (error) {
    log.error('unhealthy', { error });
    return { healthy: false, body: { status: 'unavailable', engine: db.engine } };
  }
}
