import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper, Table } from '#formats/paper/model.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { askedOf } from '../register/queries.server.ts';
import { MOST_PRINTED, registerPaper, registerPdf } from './exports.server.ts';

let db: TestDatabase;
const clock = () => new Date('2026-11-27T10:00:00Z');
beforeAll(async () => {
  db = await openTestDatabase();
  const council = { slug: 'conseil', type: 'regional-council', level: 'regional' } as const;
  const organisation = { ...council, name: inFrench('Conseil') };
  const { id: organisationId } = done(await createOrganisation(db, administrator, organisation));
  for (const [slug, visibility] of [
    ['guichet', 'public'],
    ['secret', 'network'],
  ] as const)
    done(
      await createCommitment(
        db,
        administrator,
        {
          slug,
          reference: slug,
          title: inFrench(`Un ${slug} #let`),
          deliverable: inFrench('Un guichet'),
          kind: 'service',
          organisationId,
          dueOn: '2026-12-15',
          visibility,
        },
        clock,
      ),
    );
  await db.transaction(async (tx) => {
    for (let at = 0; at <= MOST_PRINTED; at += 1) {
      const input = {
        slug: `r-${at}`,
        reference: `R-${at}`,
        title: inFrench('Former'),
        visibility: 'public',
      };
      done(await createRecommendation(tx, administrator, input as never, clock));
    }
  });
});
afterAll(() => db.close());

const setting = { publicUrl: 'https://indimaj.example', exercise: true, demonstration: false };
async function paperOf(
  actor: Actor,
  register: 'recommendations' | 'commitments',
  query = '',
): Promise<Paper> {
  const today = '2026-11-27';
  const asked = await askedOf(db.reader, actor, { register, query: new URLSearchParams(query), today });
  return registerPaper({ db: db.reader, actor, asked }, setting);
}
const rowsOf = ({ blocks }: Paper) =>
  (blocks.find(({ kind }) => kind === 'table') as Table | undefined)?.rows;

describe('the paper of a register', () => {
  it('says what was asked, in words, and of what day it is', async () => {
    const paper = await paperOf(anonymous, 'commitments', 'due=month&kind=service&sort=status&to=2026-12-31');
    expect(paper).toMatchObject({ date: '2026-11-27', form: 'letter', lang: 'fr' });
    expect(paper.notice).toBeDefined();
    const said = JSON.stringify(paper.blocks);
    for (const words of ['27 novembre 2026', 'Ce mois-ci', 'Service', '31 décembre 2026', 'Rien ne répond'])
      expect(said).toContain(words);
  });

  it('holds what its reader reads and nothing else', async () => {
    const paper = await paperOf(anonymous, 'commitments');
    expect(rowsOf(paper)).toHaveLength(1);
    expect(JSON.stringify(paper)).not.toContain('secret');
    expect(rowsOf(await paperOf(administrator, 'commitments'))).toHaveLength(2);
    expect(JSON.stringify(paper)).toContain('https://indimaj.example/fr/commitments/guichet');
  });

  it('says that it is not for circulation where its reader may read more than everybody', async () => {
    expect((await paperOf(administrator, 'commitments')).notice?.text).toContain('ne pas diffuser · ');
    expect((await paperOf(anonymous, 'commitments')).notice?.text).not.toContain('diffuser');
  });

  it('prints so many at most, and says how many there are', async () => {
    const paper = await paperOf(anonymous, 'recommendations');
    expect(rowsOf(paper)).toHaveLength(MOST_PRINTED);
    expect(JSON.stringify(paper)).toContain(`500 premières lignes sur 501`);
  });

  it('gives the same bytes for the same records', async () => {
    const asked = await askedOf(db.reader, anonymous, {
      register: 'commitments',
      query: new URLSearchParams(),
      today: '2026-11-27',
    });
    const written = () => registerPdf({ db: db.reader, actor: anonymous, asked }, setting);
    const bytes = await written();
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
    expect(Buffer.from(await written()).equals(bytes)).toBe(true);
  });
});
