import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachDocument } from '#events/documents/changes.server.ts';
import { namedFiles } from '#network/documents/queries.server.ts';
import { unnamedFiles } from '#network/retention/changes.server.ts';
import { UNNAMED_FILES_KEPT } from '#network/retention/model.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { openStore, sha256Of, type FileStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { changesOf } from '#platform/journal/history.ts';
import { done } from '#platform/records/outcome.ts';
import type { Copied, Copier, NotCopied } from '#platform/web-copies/model.ts';
import {
  administrator,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { createReport, submitReport, takeBackReport } from '../reports/changes.server.ts';
import { decideReport } from '../validations/changes.server.ts';
import {
  attachFile,
  attachRecord,
  attachWebPage,
  copyAgain,
  describeEvidence,
  raiseEvidence,
  removeEvidence,
} from './changes.server.ts';
import { evidenceFiles, listEvidence, readEvidence, readEvidenceOf } from './queries.server.ts';

const publicUrl = 'https://network.example';
const now = new Date('2027-04-02T08:00:00Z');
const clock = () => now;
let db: TestDatabase;
let folder: string;
let store: FileStore;
let report: string;
let commitment: string;
let lead: string;
let point: Actor;
let validator: Actor;
let stranger: Actor;
let photo: Buffer;

beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'indimaj-evidence-'));
  store = openStore(folder);
  lead = await organisationNamed(db, 'lead');
  const elsewhere = await organisationNamed(db, 'elsewhere');
  point = holding({ role: 'focal-point', scope: 'organisation', on: lead });
  validator = { ...holding({ role: 'validator', scope: 'organisation', on: lead }), id: 'validator' };
  stranger = { ...holding({ role: 'focal-point', scope: 'organisation', on: elsewhere }), id: 'stranger' };
  commitment = done(
    await createCommitment(db, administrator, {
      slug: 'counter',
      title: inFrench('Un guichet'),
      deliverable: inFrench('Un guichet ouvert'),
      kind: 'service',
      organisationId: lead,
      dueOn: '2027-06-30',
      visibility: 'public',
    }),
  ).id;
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 0/1 0/1' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  report = done(
    await createReport(
      db,
      point,
      {
        commitmentId: commitment,
        organisationId: lead,
        periodStartsOn: '2027-01-01',
        periodEndsOn: '2027-03-31',
        status: 'in-progress',
        narrative: inFrench('Le local est loué.'),
      },
      clock,
    ),
  ).id;
});

const caption = inFrench('Le bail signé');
const file = (name: string, bytes: Uint8Array, more: object = {}, actor = point) =>
  attachFile(db, store, actor, { reportId: report, caption, sent: { name, bytes }, ...more }, clock);
const lease = (more = '') => Buffer.concat([pdf, Buffer.from(`% ${more}\n`)]);
const answering =
  (answer: Copied | NotCopied): Copier =>
  async () =>
    answer;
const page = (text = '<h1>Inauguration</h1>') =>
  answering({
    ok: true,
    bytes: Buffer.from(text),
    mediaType: 'text/html',
    address: 'https://www.region.example/news/1',
  });
const webPage = (copier: Copier, url = 'https://region.example/1', actor = point) =>
  attachWebPage(db, store, copier, actor, { reportId: report, caption, url }, clock);
const record = (address: string) =>
  attachRecord(db, point, { reportId: report, caption, address, publicUrl }, clock);
const rows = () => listEvidence(db.reader, [report]);
const version = async (id: string) => ({ id, version: (await rows()).find((row) => row.id === id)!.version });
const handIn = () => submitReport(db, point, { id: report, version: 1 }, clock);

describe('a file', () => {
  it('is kept with what it shows, when, whose it is and its SHA-256', async () => {
    const said = { datedOn: '2027-02', source: 'Conseil régional', licence: 'CC BY 4.0' };
    const { id } = done(await file('Bail.pdf', lease(), said));
    expect(await rows()).toMatchObject([
      {
        id,
        kind: 'file',
        position: 1,
        caption_fr: 'Le bail signé',
        dated_on: '2027-02',
        source: 'Conseil régional',
        licence: 'CC BY 4.0',
        name: 'Bail.pdf',
        media_type: 'application/pdf',
        bytes: lease().length,
        sha256: sha256Of(lease()),
        narrow_sha256: null,
      },
    ]);
    expect(await store.read(sha256Of(lease()))).toEqual(lease());
  });

  it('of a picture says what is seen, and loses where it was taken', async () => {
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    expect(await file('a.jpg', photo)).toEqual({
      ok: false,
      reason: 'platform_problem_required',
      field: 'alt',
    });
    done(await file('a.jpeg', photo, { alt: inFrench('Une façade') }));
    const [row] = await rows();
    expect(row).toMatchObject({ media_type: 'image/webp', width: 900, height: 600, alt_fr: 'Une façade' });
    for (const hash of [row!.sha256!, row!.narrow_sha256!]) {
      const { exif, xmp, width } = await sharp((await store.read(hash))!).metadata();
      expect([exif, xmp]).toEqual([undefined, undefined]);
      expect(width).toBe(hash === row!.sha256 ? 900 : 640);
    }
  });

  it('that lies about its type is refused by its name, and nothing of it stays', async () => {
    const before = await store.list();
    const lie = async (name: string, bytes: Uint8Array) =>
      (await file(name, bytes, { alt: caption })) as object;
    expect(await lie('photo.jpg', lease('lie'))).toEqual({
      ok: false,
      reason: 'platform_file_lies',
      field: 'file',
      values: { name: 'photo.jpg', type: 'JPG' },
    });
    expect(await lie('bail.pdf', photo)).toMatchObject({ values: { name: 'bail.pdf', type: 'PDF' } });
    expect(await lie('bail\u202Efdp.pdf', Buffer.from('<html><script>alert(1)</script>'))).toMatchObject({
      reason: 'platform_file_lies',
      values: { name: 'bailfdp.pdf', type: 'PDF' },
    });
    expect(await lie('run.exe', lease('lie'))).toMatchObject({ values: { type: 'EXE' } });
    expect(await lie('page.svg', Buffer.from('<svg onload="x"/>'))).toMatchObject({
      reason: 'platform_file_type',
    });
    expect(await lie('a.pdf', new Uint8Array())).toMatchObject({ reason: 'platform_file_empty' });
    expect(await store.list()).toEqual(before);
    expect(await rows()).toEqual([]);
  });

  it('is cited once by a report, also by two who send it at once', async () => {
    const twice = { ok: false, reason: 'follow_up_problem_evidence_twice', field: 'file' };
    const answers = await Promise.all([file('a.pdf', lease('once')), file('b.pdf', lease('once'))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([twice]);
    expect(await file('c.pdf', lease('once'))).toEqual(twice);
    expect(await rows()).toHaveLength(1);
  });

  it('is added by two people at once, each in a place of its own', async () => {
    const sent = await Promise.all([1, 2, 3].map((each) => file(`${each}.pdf`, lease(`at once ${each}`))));
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await rows()).map(({ position }) => position)).toEqual([1, 2, 3]);
  });
});

describe('a web page', () => {
  it('is kept with a copy of what stood there, its hash and the instant', async () => {
    const { id, isCopied } = done(await webPage(page()));
    expect(isCopied).toBe(true);
    const bytes = Buffer.from('<h1>Inauguration</h1>');
    expect(await rows()).toMatchObject([
      {
        id,
        kind: 'web-page',
        url: 'https://region.example/1',
        copied_from: 'https://www.region.example/news/1',
        tried_at: now.toISOString(),
        media_type: 'text/html',
        name: 'www-region-example 2027-04-02.txt',
        bytes: bytes.length,
        sha256: sha256Of(bytes),
        copy_problem: null,
      },
    ]);
    expect(await store.read(sha256Of(bytes))).toEqual(bytes);
    expect(await webPage(page())).toMatchObject({ reason: 'follow_up_problem_evidence_twice', field: 'url' });
    expect(await copyAgain(db, store, page(), point, { id, version: 1 }, clock)).toMatchObject({
      reason: 'follow_up_problem_copied_already',
    });
  });

  it('stands without a copy, says why, and is asked for again', async () => {
    const { id, isCopied } = done(await webPage(answering({ ok: false, problem: 'gone', status: 404 })));
    expect(isCopied).toBe(false);
    expect(await rows()).toMatchObject([{ sha256: null, copy_problem: 'gone', copy_status: 404 }]);
    const slow = answering({ ok: false, problem: 'too-slow', status: null });
    done(await copyAgain(db, store, slow, point, await version(id), clock));
    expect(await rows()).toMatchObject([{ sha256: null, copy_problem: 'too-slow', copy_status: null }]);
    done(await copyAgain(db, store, page('back'), point, await version(id), clock));
    expect(await rows()).toMatchObject([{ sha256: sha256Of(Buffer.from('back')), copy_problem: null }]);
    expect((await changesOf(db.reader, id)).map(({ verb }) => verb)).toEqual(['update', 'update', 'create']);
  });

  it('that is not of the public web is refused', async () => {
    const inside = answering({ ok: false, problem: 'not-public', status: null });
    expect(await webPage(inside, 'http://169.254.169.254/')).toEqual({
      ok: false,
      reason: 'follow_up_problem_not_public',
      field: 'url',
    });
    expect(await rows()).toEqual([]);
  });

  it('is asked for by nobody who may not add it, and while no transaction waits', async () => {
    let asked = 0;
    const counting: Copier = async () => {
      asked += 1;
      // With a transaction open this would wait for itself on SQLite, and the report's lock on PostgreSQL.
      done(await file('while.pdf', lease('meanwhile')));
      return { ok: false, problem: 'gone', status: 410 };
    };
    expect(await webPage(counting, 'https://region.example/1', stranger)).toMatchObject({ ok: false });
    expect(await webPage(counting, 'javascript:alert(1)')).toMatchObject({ field: 'url' });
    expect(asked).toBe(0);
    done(await webPage(counting));
    expect(asked).toBe(1);
    expect(await rows()).toHaveLength(2);
  });

  it('is not added where the report was handed in while its copy came', async () => {
    const late: Copier = async (address) => {
      done(await handIn());
      return page()(address);
    };
    expect(await webPage(late)).toMatchObject({ reason: 'follow_up_problem_report_sent' });
    expect(await rows()).toEqual([]);
  });
});

it('a record of the node is cited once, whatever the language of its address', async () => {
  done(await record(`${publicUrl}/ar/organisations/lead?x=1`));
  const twice = { ok: false, reason: 'follow_up_problem_evidence_twice', field: 'address' };
  expect(await record('/organisations/lead')).toEqual(twice);
  const none = { ok: false, reason: 'follow_up_problem_no_public_record', field: 'address' };
  expect(await record('/organisations/nothing')).toEqual(none);
  expect(await readEvidenceOf(db.reader, report)).toMatchObject([
    { record_kind: 'organisations', record_id: lead, record: { address: '/organisations/lead' } },
  ]);
});

describe('evidence of a report', () => {
  it('is fixed once the report is handed in, and changes again where it is taken back', async () => {
    const { id } = done(await file('a.pdf', lease()));
    done(await handIn());
    const sent = { ok: false, reason: 'follow_up_problem_report_sent' };
    const standing = { id, version: 1 };
    const description = { ...standing, caption: inFrench('Autre') };
    const gone = answering({ ok: false, problem: 'gone', status: 404 });
    const tried = async () => [
      await file('b.pdf', lease('b')),
      await webPage(page()),
      await record('/organisations/lead'),
      await describeEvidence(db, point, description),
      await raiseEvidence(db, point, standing),
      await removeEvidence(db, point, standing),
      await copyAgain(db, store, gone, point, standing),
    ];
    expect(await tried()).toEqual(Array.from({ length: 7 }, () => sent));
    done(await takeBackReport(db, point, { id: report, version: 2 }));
    done(await describeEvidence(db, point, description));
    done(await submitReport(db, point, { id: report, version: 3 }, clock));
    done(await decideReport(db, validator, { id: report, version: 4, decision: 'validated' }, clock));
    expect(await tried()).toEqual(Array.from({ length: 7 }, () => sent));
    expect(await rows()).toMatchObject([{ caption_fr: 'Autre', version: 2 }]);
  });

  it('is written by who speaks for its institution, and read as the report is', async () => {
    const { id } = done(await file('a.pdf', lease()));
    const standing = { id, version: 1 };
    const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };
    for (const actor of [stranger, validator, anonymous]) {
      expect(await file('b.pdf', lease('b'), {}, actor)).toEqual(notAllowed);
      expect(await webPage(page(), undefined, actor)).toEqual(notAllowed);
      expect(await removeEvidence(db, actor, standing)).toEqual(notAllowed);
      expect(await describeEvidence(db, actor, { ...standing, caption })).toEqual(notAllowed);
      expect(await copyAgain(db, store, page(), actor, standing)).toEqual(notAllowed);
    }
    const readers = async () =>
      Promise.all(
        [point, validator, stranger, anonymous].map(
          async (actor) => (await readEvidence(db.reader, actor, id)) !== undefined,
        ),
      );
    expect(await readers()).toEqual([true, true, false, false]);
    await db.transaction((tx) =>
      tx.updateTable('reports').set({ stage: 'validated' }).where('id', '=', report).execute(),
    );
    expect(await readers()).toEqual([true, true, true, true]);
  });

  it('keeps the order that is given to it', async () => {
    const ids: string[] = [];
    for (const each of ['a', 'b', 'c']) ids.push(done(await file(`${each}.pdf`, lease(each))).id);
    done(await raiseEvidence(db, point, await version(ids[2]!)));
    expect((await rows()).map(({ id }) => ids.indexOf(id))).toEqual([0, 2, 1]);
    done(await raiseEvidence(db, point, await version(ids[0]!)));
    expect((await rows()).map(({ id }) => ids.indexOf(id))).toEqual([0, 2, 1]);
  });

  it('goes with its bytes where nothing else names them', async () => {
    const sweeping = unnamedFiles(store, [namedFiles, evidenceFiles]);
    const later = () => new Date(Date.now() + (UNNAMED_FILES_KEPT + 0.01) * 86_400_000);
    await sweeping.purge(db, later);
    const alone = done(await file('a.pdf', lease('alone'))).id;
    const copy = done(await webPage(page('copied alone'))).id;
    const shared = done(await file('b.pdf', lease('shared'))).id;
    const ownerId = await workshopNamed(db, 'keeps-one');
    const sent = { name: 'x.pdf', bytes: lease('shared') };
    done(await attachDocument(db, store, administrator, { ownerId, role: 'document', sent }));
    expect(await sweeping.purge(db, later)).toBe(0);
    for (const id of [alone, copy, shared]) done(await removeEvidence(db, point, await version(id)));
    expect(await sweeping.purge(db, later)).toBe(2);
    const bytes = [lease('alone'), Buffer.from('copied alone'), lease('shared')];
    const left = await Promise.all(bytes.map((each) => store.read(sha256Of(each))));
    expect(left).toEqual([null, null, lease('shared')]);
  });
});
