import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  openSync,
  writeFileSync,
} from 'node:fs';
import type { ReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { steps, type AnalysisOptions } from '#deliberation/analyses/model.ts';
import { analysed } from '#deliberation/analyses/queries.server.ts';
import {
  describeConversationProblem,
  readConversation,
  type SourceFile,
} from '#deliberation/conversations/imports.server.ts';
import {
  conversationFileOf,
  type Conversation,
  type ConversationReading,
} from '#deliberation/conversations/model.ts';
import { MOST_REPLAYED } from '#deliberation/replays/model.ts';
import { breakdownsOf, type ParticipantAttributes } from '#deliberation/participant-attributes/model.ts';
import { reportHtml } from '#deliberation/reports/exports.server.ts';
import { reportOf } from '#deliberation/reports/model.ts';
import { voteMatrix } from '#deliberation/votes/model.ts';
import { dayOf } from '#platform/clock/due.ts';
import { isLocale, locales, type Locale } from '#platform/locale/locale.ts';
import { inert } from '#platform/text/inert.ts';
import { Misuse } from '../arguments.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { showing } from '../progress.ts';
import { answerOf } from './groups/answer.ts';
import { plain } from './import/importer.ts';

/**
 * Says who agrees with whom in a conversation that lies in a folder in the Polis open-data format: JSON on standard
 * output, what could not be read in words on standard error, with --html the report as a file. Touches no database.
 */
export const groups: Command = {
  options: {
    mode: { type: 'string' },
    seed: { type: 'string' },
    strict: { type: 'boolean' },
    replay: { type: 'boolean' },
    html: { type: 'string' },
    language: { type: 'string' },
    title: { type: 'string' },
  },
  names: 1,
  async run({ terminal, options, names: [folder] }) {
    if (folder === undefined) throw new Misuse('platform_cli_groups_no_folder');
    const asked = askedOf(options);
    const replay = options['replay'] === true;
    if (replay && asked.mode !== 'polis') throw new Misuse('platform_cli_groups_replay');
    const report = reportAsked(options, folder, terminal.locale);
    if (report) checkWritable(report.file);
    const files = await filesIn(folder);
    if (!files) {
      terminal.note(terminal.say('platform_cli_groups_unreadable', { path: folder }));
      return 1;
    }
    const from = performance.now();
    const reading = await readingShown(files, folder, terminal);
    const milliseconds = performance.now() - from;
    tell(reading, terminal);
    const { conversation } = reading;
    if (!conversation) return 1;
    const { statements, participants, ballots, times, period } = conversation;
    const matrix = voteMatrix(ballots, { participants: participants.length, statements: statements.length });
    const moderated = Int8Array.from(statements, (statement) => statement.moderated);
    const isStrict = options['strict'] === true;
    if (isStrict && moderated.every((mark) => mark !== 1)) {
      terminal.note(terminal.say('platform_cli_groups_none_accepted'));
      return 1;
    }
    const attributes = attributesOf(conversation, asked, terminal);
    const weights = attributes?.weights ?? undefined;
    const moderation = { moderated, strict: isStrict };
    if (replay && (!times || times.length > MOST_REPLAYED)) {
      terminal.note(terminal.say('platform_cli_groups_not_replayed', { most: MOST_REPLAYED }));
      return 1;
    }
    const history = replay && times ? { ballots, times } : undefined;
    const given = { ...asked, weights, moderation, history };
    let step = 1;
    const analysis = await showing(
      terminal,
      () => terminal.say('platform_cli_groups_doing', { step, steps: steps.length }),
      () =>
        analysed(
          { matrix, options: given },
          {
            watch: (progress) => {
              step = steps.indexOf(progress.step) + 1;
            },
          },
        ),
      ({ k, counts }) => terminal.say('platform_cli_groups_done', { k, placed: counts.placed }),
    );
    const breakdowns = breakdownsOf(matrix, attributes);
    const made = { seed: asked.seed, weights, breakdowns, reading: milliseconds };
    printAnswer(answerOf(conversation, analysis, made), terminal);
    if (report) {
      const when = period && { from: dayOf(new Date(period.first)), to: dayOf(new Date(period.last)) };
      const data = reportOf(analysis, statements, {
        when,
        seed: asked.seed,
        weights,
        strict: isStrict,
        breakdowns,
      });
      writeFileSync(report.file, reportHtml(data, report));
      terminal.note(terminal.say('platform_cli_groups_written', { file: resolve(report.file) }));
    }
    return 0;
  },
};

/** What is told of participants; Polis counts everybody once, and so does its mode. */
function attributesOf(
  { attributes }: Conversation,
  { mode }: ReturnType<typeof askedOf>,
  { say, note }: Terminal,
): ParticipantAttributes | null {
  if (!attributes?.weights || mode !== 'polis') return attributes;
  note(say('platform_cli_groups_unweighted'));
  return { ...attributes, weights: null };
}

/** @throws Misuse */
function askedOf({ mode, seed = '1' }: Call['options']) {
  if (mode !== undefined && mode !== 'polis' && mode !== 'indimaj')
    throw new Misuse('platform_cli_groups_mode', { known: 'indimaj, polis' });
  const number = Number(seed);
  if (!/^\d{1,10}$/.test(String(seed)) || number > 0xffff_ffff) throw new Misuse('platform_cli_groups_seed');
  return { mode: mode ?? 'indimaj', seed: number } satisfies AnalysisOptions;
}

/** Where the report goes, in which language and under which title; null where none is asked for. @throws Misuse */
function reportAsked({ html, language, title }: Call['options'], folder: string, reader: Locale) {
  const locale = language ?? reader;
  if (typeof locale !== 'string' || !isLocale(locale))
    throw new Misuse('platform_cli_export_language', { known: locales.join(', ') });
  if (typeof html !== 'string') return null;
  const named = typeof title === 'string' ? title.trim() : '';
  return { file: html, locale, title: named || basename(resolve(folder)) };
}

/** Finds out before all the work whether a file can be written. @throws the system's error, with the file's path */
function checkWritable(file: string): void {
  if (existsSync(file)) return closeSync(openSync(file, 'r+'));
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/** A conversation's files in a folder; null where there is no such folder. */
async function filesIn(folder: string): Promise<SourceFile[] | null> {
  try {
    const names = (await readdir(folder)).filter((name) => conversationFileOf(name) !== null).sort();
    return await Promise.all(
      names.map(async (name) => ({
        name,
        // What can't be asked for its size can't be read either, which reading it says.
        bytes: (await stat(join(folder, name)).catch(() => null))?.size,
        chunks: (): ReadStream => createReadStream(join(folder, name), { highWaterMark: 262_144 }),
      })),
    );
  } catch {
    return null;
  }
}

/** Reads with the share of the file that is being read. */
function readingShown(files: SourceFile[], folder: string, terminal: Terminal): Promise<ConversationReading> {
  const { say } = terminal;
  let [file, share] = [files[0]?.name ?? '', 0];
  return showing(
    terminal,
    () => say('platform_cli_groups_reading', { path: join(folder, file), share }),
    () =>
      readConversation(files, {
        watch: ({ file: name, bytes, total = bytes }) => {
          file = name;
          share = total === 0 ? 100 : Math.floor((100 * bytes) / total);
        },
      }),
    ({ conversation, rows }) => {
      if (!conversation) return null;
      const all = Object.values(rows);
      return say('platform_cli_groups_read', {
        rows: all.reduce((sum, { read }) => sum + read, 0),
        left: all.reduce((sum, { unread }) => sum + unread, 0),
      });
    },
  );
}

/** What is to be said of the files, each as `file:line: sentence`. */
function tell({ problems, unnamed }: ConversationReading, { locale, say, note }: Terminal): void {
  for (const problem of problems) {
    const sentence = describeConversationProblem(problem, locale);
    const told = problem.severity === 'notice' ? say('platform_cli_import_warning', { sentence }) : sentence;
    const file = inert(problem.file);
    note([file, problem.line, ` ${told}`].filter((part) => part !== null).join(':'));
  }
  if (unnamed.unread > 0) note(say('platform_cli_groups_more', { count: unnamed.unread }));
  if (unnamed.notice > 0) note(say('platform_cli_groups_more_notices', { count: unnamed.notice }));
}

/** Lists with an element a line: as one text, that of a large conversation would be longer than texts may be. */
function printAnswer(answer: ReturnType<typeof answerOf>, { print }: Terminal): void {
  const fields = Object.entries(answer);
  print('{');
  for (const [at, [name, value]] of fields.entries()) {
    const end = at === fields.length - 1 ? '' : ',';
    if (!Array.isArray(value) || value.length === 0) {
      print(plain(`  ${JSON.stringify(name)}: ${JSON.stringify(value)}${end}`));
      continue;
    }
    print(`  ${JSON.stringify(name)}: [`);
    for (const [place, element] of value.entries())
      print(plain(`    ${JSON.stringify(element)}${place === value.length - 1 ? '' : ','}`));
    print(`  ]${end}`);
  }
  print('}');
}
