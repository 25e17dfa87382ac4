import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { SLUG as exerciseWorkshop } from '../../demo/exercise/workshop/frame.ts';
import { write as writeDocx } from '#formats/docx/docx.ts';
import type { Paper } from '#formats/paper/model.ts';
import { write as writePdf } from '#formats/pdf/pdf.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { readDossier } from '#events/dossier/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openDatabase } from '#platform/database/open.ts';
import { proceedingsPaper } from '#publication/proceedings/exports.server.ts';
import { readProceedings } from '#publication/proceedings/queries.server.ts';
import { median } from '../load/histogram.ts';
import type { Measure } from '../report/measure.ts';
import { exerciseData, startOwnNode } from '../subjects/node.ts';
import type { Benchmark } from './benchmark.ts';

const languages = ['fr', 'ar'] as const;
/** The exercise's whole workshop: programme, sealed minutes, what was adopted, participation, annexes. */
const workshop = exerciseWorkshop;
/** In milliseconds: a reader doesn't notice it. */
const UNNOTICED = 300;
const MB = 1_000_000;

export const proceedings: Benchmark = {
  name: 'proceedings',
  about: 'a meeting’s proceedings as PDF and DOCX, beside Chromium that prints the same page',
  async run(bench) {
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    if (bench.url || !existsSync(executablePath)) {
      bench.say(
        'proceedings measures this program only, and needs Chromium: install it, or name it in CHROMIUM.',
      );
      return [];
    }
    const dataFolder = await exerciseData();
    const node = await startOwnNode(dataFolder);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const measures: Measure[] = [];
      for (const language of languages) {
        const paper = await paperIn(dataFolder, language, node.url);
        const page = `${node.url}/${language}/workshops/${workshop}/proceedings`;
        const print = async () => {
          const sheet = await browser.newPage();
          await sheet.goto(page);
          await sheet.pdf({ preferCSSPageSize: true });
          await sheet.close();
        };
        // The first of each loads its engine.
        await timed(() => writePdf(paper));
        await timed(() => writeDocx(paper));
        await timed(print);
        const times: Record<'pdf' | 'docx' | 'print', number[]> = { pdf: [], docx: [], print: [] };
        for (let round = 0; round < Math.max(bench.rounds, 5); round += 1) {
          // Another paper each time: the engine remembers what it has set.
          const other = { ...paper, running: { ...paper.running, foot: [{ text: `${round}` }] } };
          times.pdf.push(await timed(() => writePdf(other)));
          times.docx.push(await timed(() => writeDocx(other)));
          times.print.push(await timed(print));
        }
        const printing = median(times.print);
        const also = `memory of the process that writes: ${Math.round(process.memoryUsage.rss() / MB)} MB`;
        const beside = { unit: 'ms', against: 'Chromium prints the page', other: printing };
        measures.push(
          {
            what: `proceedings as PDF (${language})`,
            figure: median(times.pdf),
            ...beside,
            goal: { of: 'figure', most: UNNOTICED },
            also,
          },
          { what: `proceedings as DOCX (${language})`, figure: median(times.docx), ...beside },
        );
      }
      return measures;
    } finally {
      await browser.close();
      await node.stop();
    }
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The proceedings as the node tells them, read from its data. */
async function paperIn(dataFolder: string, language: 'fr' | 'ar', publicUrl: string): Promise<Paper> {
  overwriteGetLocale(() => language);
  const db = openDatabase({ dataFolder });
  try {
    const row = await db.reader
      .selectFrom('workshops')
      .selectAll()
      .where('slug', '=', workshop)
      .executeTakeFirstOrThrow();
    const dossier = await readDossier(db.reader, anonymous, row);
    const told = await readProceedings(db.reader, anonymous, dossier);
    return proceedingsPaper(told, { publicUrl, exercise: true, demonstration: true });
  } finally {
    await db.close();
  }
}
