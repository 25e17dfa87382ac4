import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  absentOf,
  popplerLines,
  printedByLibreOffice,
  said,
} from '../../src/formats/paper/testing-readers.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* Every page of every paper that leaves an exercise says that it is one. */

const absent = absentOf('pdftotext', 'pdfinfo', 'soffice');
const missing = absent.length > 0 ? ` (skipped: ${absent.join(', ')} not installed)` : '';
const labels = {
  fr: 'Réseau d’exercice : contenu engendré par un programme',
  ar: 'شبكة تمرين: محتوى أنشأه برنامج',
} as const;
const at = '/workshops/exercise-workshop';

type Files = Map<string, Uint8Array>;

let node: TestNode;
let cookie: string;
/** All papers by their language, made before other programs read them, which holds this one up. */
const papers = new Map<string, { proceedings: Files; letter: Files; certificate: Files }>();
beforeAll(async () => {
  node = await startNode({ exercise: true, clock: () => new Date('2027-01-10T09:00:00Z') });
  cookie = await openSession(node, 'administrator');
  for (const language of ['fr', 'ar']) {
    const common = { language, date: '2026-12-01' };
    const letter = {
      institution: 'Conseil',
      addressee: 'Aux régions',
      object: 'Atelier',
      body: Array.from({ length: 60 }, (_, index) => `Paragraphe ${index}.`).join('\n\n'),
    };
    const proceedings = ['pdf', 'docx'].map(
      async (kind) => [kind, await bytesOf(`/${language}${at}/proceedings.${kind}`)] as const,
    );
    papers.set(language, {
      proceedings: new Map(await Promise.all(proceedings)),
      letter: await filesOf(`/${language}${at}/letters`, { ...common, ...letter }),
      certificate: await filesOf(`/${language}${at}/certificates`, { ...common, name: 'Participante 1' }),
    });
  }
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const bytesOf = async (path: string) => new Uint8Array(await (await node.get(path)).arrayBuffer());

/** The files that a page of the office holds, as bytes by their endings. */
async function filesOf(path: string, fields: Record<string, string>): Promise<Files> {
  const page = await (await post(node, path, fields, { cookie })).text();
  const found = page.matchAll(/download="([^"]+)\.(\w+)" href="data:[^;]+;base64,([^"]+)"/g);
  return new Map(
    [...found].map(([, name = '', ending = '', base64 = '']) => {
      expect(name).toMatch(/^exercise-/);
      return [ending, new Uint8Array(Buffer.from(base64, 'base64'))];
    }),
  );
}

/** The words of a text: a reader of PDF may turn the parts of an Arabic line round at a colon. */
const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}’]+/u).filter(Boolean);

/** The pages of a PDF on which no line holds the label's words, and how many there are. */
function unlabelled(pdf: Uint8Array, label: string): { pages: number; without: number[] } {
  const pages = Number(/Pages: +(\d+)/.exec(said('pdfinfo', pdf))![1]);
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const without = numbers.filter((page) => {
    const lines = popplerLines(pdf, '-f', String(page), '-l', String(page)).map(
      (line) => new Set(wordsOf(line)),
    );
    return !lines.some((line) => wordsOf(label).every((word) => line.has(word)));
  });
  return { pages, without };
}

it.each(['fr', 'ar'] as const)('the pages of an exercise say so in %s, the wall as well', async (locale) => {
  for (const path of ['', at, `${at}/proceedings`, `${at}/board`, `${at}/board/projector`, '/nowhere']) {
    const page = await (await node.get(`/${locale}${path}`, { cookie })).text();
    expect([path, page.includes(locale === 'fr' ? 'Réseau d’exercice' : 'شبكة تمرين')]).toEqual([path, true]);
  }
});

describe.each(['fr', 'ar'] as const)('the papers of an exercise in %s', (locale) => {
  const label = labels[locale];

  it.skipIf(absent.length > 0).each([
    ['proceedings', 20],
    ['letter', 2],
    ['certificate', 1],
  ] as const)(`are labelled on each page, as PDF and as DOCX: %s${missing}`, (name, least) => {
    const files = papers.get(locale)![name];
    const pdf = unlabelled(files.get('pdf')!, label);
    expect(pdf.without).toEqual([]);
    expect(pdf.pages).toBeGreaterThanOrEqual(least);
    expect(unlabelled(printedByLibreOffice(files.get('docx')!), label).without).toEqual([]);
  });
});

it.skipIf(absent.length > 0)(
  `the label is heard as well as seen: it is the first that is read aloud${missing}`,
  () => {
    for (const paper of Object.values(papers.get('fr')!)) {
      const [, heard = ''] = said('pdfinfo', paper.get('pdf')!, '-struct-text').split('"');
      expect(wordsOf(heard)).toEqual(wordsOf(labels.fr));
    }
  },
);
