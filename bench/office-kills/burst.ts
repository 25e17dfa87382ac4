import { randomInt } from 'node:crypto';
import { filledIn, formIn } from './forms.ts';
import { textOf, type Ledger, type Subject } from './ledger.ts';
import type { KilledServer } from './server.ts';

/** Accounts that write, and what each may: organisations, or workshops with all that belongs to them. */
const WRITERS = {
  administrator: ['organisation', 'draft'],
  coordinator: ['organisation', 'workshop', 'item', 'document'],
  'coordinator-souss-massa': ['organisation', 'draft'],
  'focal-point-oriental': ['workshop', 'item', 'draft', 'document'],
  facilitator: ['workshop', 'item', 'document', 'draft'],
} as const satisfies Record<string, readonly Work[]>;

type Work = 'organisation' | 'workshop' | 'item' | 'document' | 'draft';

export const writers = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

/** How many forms one account sends at the same time. */
const HANDS = 2;

/** A form that is begun and never sent; the first hand of an account keeps it. */
const DRAFT = '/new/people';

/** Files that one account may still send in this burst; the office limits them by the hour. */
const FILES = 2;

/** One account at work. */
interface Writer {
  account: keyof typeof WRITERS;
  cookie: string;
  files: number;
}

/** Cuts off whatever is under way once the server is gone. */
class Gone extends Error {}

/**
 * Writes through the office's forms, every account with two hands at a time, until it is told to stop or nobody
 * answers any more. A redirect, and nothing else, is an acknowledgement.
 * @returns a function that stops it and resolves once nothing is under way
 */
export function startBurst(
  server: KilledServer,
  ledger: Ledger,
  cookies: ReadonlyMap<string, string>,
): () => Promise<void> {
  let over = false;
  const hands = writers.flatMap((account) => {
    const writer: Writer = { account, cookie: cookies.get(account)!, files: FILES };
    return Array.from({ length: HANDS }, (_, hand) => work(writer, hand));
  });
  return async () => {
    over = true;
    await Promise.all(hands);
  };

  async function work(writer: Writer, hand: number): Promise<void> {
    const works = WRITERS[writer.account];
    while (!over) {
      try {
        await once(writer, works[randomInt(works.length)]!, hand);
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        return;
      }
    }
  }

  async function once(writer: Writer, work: Work, hand: number): Promise<void> {
    const { account } = writer;
    // Two hands never hold the same record: what one of them reads, no other changes before it writes.
    const standing = (noun: Subject['noun']) =>
      ledger.standing(noun, account).filter(({ number }) => number % HANDS === hand);
    const some = <T>(from: T[]) => from[randomInt(from.length)]!;
    if (work === 'organisation') {
      const known = standing('organisations');
      if (known.length > 0 && randomInt(3) > 0) return edit(writer, some(known));
      return make(writer, ledger.add('organisations', account));
    }
    if (work === 'draft' && hand === 0) return keepDraft(writer, DRAFT);
    if (work === 'draft') return;
    const workshops = standing('workshops');
    if (workshops.length === 0) return make(writer, ledger.add('workshops', account));
    const workshop = some(workshops);
    if (work === 'workshop') {
      if (!workshop.isPublic && randomInt(3) === 0) return announce(writer, workshop);
      return randomInt(4) === 0 ? make(writer, ledger.add('workshops', account)) : edit(writer, workshop);
    }
    if (work === 'document' && writer.files > 0)
      return upload(writer, ledger.add('documents', account, workshop.slug));
    const items = ledger.standing('programme_items', account).filter(({ slug }) => slug === workshop.slug);
    if (items.length > 0 && randomInt(2) === 0) return edit(writer, some(items));
    return make(writer, ledger.add('programme_items', account, workshop.slug));
  }

  /** Fills in the form of something new. */
  async function make(writer: Writer, subject: Subject): Promise<void> {
    const { noun, slug } = subject;
    const place =
      noun === 'programme_items' ? itemPlace(slug, 'new') : { page: `/fr/new/${noun}`, action: '' };
    const asked: Record<string, Record<string, string>> = {
      organisations: { slug, type: 'association', level: 'local' },
      workshops: { slug, startsOn: '2027-05-10', endsOn: '2027-05-12', 'city.fr': 'Oujda' },
      programme_items: { kind: 'session' },
    };
    await fillIn(writer, subject, place, asked[noun]!);
  }

  /** Changes something to its next text, from the form as it now stands. */
  async function edit(writer: Writer, subject: Subject): Promise<void> {
    const { noun, slug, id } = subject;
    const place =
      noun === 'programme_items' ? itemPlace(slug, id!) : { page: `/fr/${noun}/${slug}/edit`, action: '' };
    await fillIn(writer, subject, place, {});
  }

  async function fillIn(
    writer: Writer,
    subject: Subject,
    { page, action }: { page: string; action: string },
    values: Record<string, string>,
  ): Promise<void> {
    const [title, more] = { organisations: ['name', 'summary'], workshops: ['title', 'aims'] }[
      subject.noun as string
    ] ?? ['title', 'abstract'];
    const entries = formIn(await textAt(page, writer), `name="${title}.fr"`);
    if (!entries) throw new Error(`${page} has no form`);
    const writing = (subject.sent += 1);
    const text = textOf(subject, writing);
    const filled = filledIn(entries, { ...values, [`${title}.fr`]: text, [`${more}.fr`]: text });
    let answer = await send(page + action, new URLSearchParams(filled), writer);
    // Texts of a burst are alike: whoever is shown what may be there already says that it is another one. While they
    // do, the next one may have come to be there.
    for (let asked = 0; answer.status === 422 && asked < HANDS * writers.length; asked += 1) {
      const others = (await answer.text()).matchAll(/name="another" value="([^"]+)"/g);
      const another = [...others].map(([, id = '']): [string, string] => ['another', id]);
      if (another.length === 0) break;
      answer = await send(page + action, new URLSearchParams([...filled, ...another]), writer);
    }
    if (answer.status !== 303) return void ledger.refusals.push(`${page}: ${answer.status}`);
    subject.acknowledged.push(writing);
    const location = new URL(answer.headers.get('location')!, server.url);
    subject.id ??= location.searchParams.get('saved') ?? subject.slug;
  }

  /** Names an organiser, without whom nothing is announced, then announces. */
  async function announce(writer: Writer, workshop: Subject): Promise<void> {
    const office = `/fr/workshops/${workshop.slug}`;
    const links = await textAt(`${office}/links`, writer);
    const to = /value="organiser"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(links)?.[1] ?? '';
    const organiser = new URLSearchParams({ relation: 'organiser', to });
    // Where an acknowledgement was cut off before, the organiser is named already and the answer says so.
    await send(`${office}/links?/add`, organiser, writer);
    const step = formIn(await textAt(`${office}/status`, writer), 'value="announced"');
    if (!step) return;
    const answer = await send(`${office}/status`, new URLSearchParams(step), writer);
    if (answer.status === 303) workshop.isPublic = true;
    else ledger.refusals.push(`${office}/status: ${answer.status}`);
  }

  async function keepDraft(writer: Writer, address: string): Promise<void> {
    const { account } = writer;
    const draft =
      ledger.subjects.find((one) => one.slug === address && one.account === account) ??
      ledger.add('form_drafts', account, address);
    const writing = (draft.sent += 1);
    const entries = [['name.fr', textOf(draft, writing)]];
    const answer = await send('/fr/drafts', JSON.stringify({ address, entries }), writer);
    if (answer.status === 200) draft.acknowledged.push(writing);
    else ledger.refusals.push(`/fr/drafts: ${answer.status}`);
  }

  async function upload(writer: Writer, document: Subject): Promise<void> {
    writer.files -= 1;
    document.sent = 1;
    const form = new FormData();
    form.set('language', 'fr');
    form.set('file', new File([pdfOf(document.key)], `${document.key}.pdf`, { type: 'application/pdf' }));
    const page = `/fr/workshops/${document.slug}/documents?/document`;
    const answer = await send(page, form, writer);
    if (answer.status === 303) document.acknowledged.push(1);
    else ledger.refusals.push(`${page}: ${answer.status}`);
  }

  /** A page of the office. A server that answers nothing any more, or only that it can't, ends the hand's work. */
  async function textAt(page: string, { cookie }: Writer): Promise<string> {
    const answer = await server.get(page, cookie).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (!answer || text === null || text === undefined || answer.status >= 500) throw new Gone();
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
    return text;
  }

  async function send(
    path: string,
    body: URLSearchParams | FormData | string,
    { cookie }: Writer,
  ): Promise<Response> {
    const answer = await server.post(path, body, cookie).catch(() => null);
    if (!answer || answer.status >= 500) throw new Gone();
    if (answer.status !== 422) await answer.body?.cancel().catch(() => undefined);
    return answer;
  }
}

function itemPlace(slug: string, item: string): { page: string; action: string } {
  return { page: `/fr/workshops/${slug}/programme/edit?item=${item}`, action: '&/save' };
}

/** A small PDF that is like no other. */
export function pdfOf(key: string): string {
  return `%PDF-1.7\n% ${key}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
}
