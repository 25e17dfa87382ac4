import { describe, expect, it } from 'vitest';
import { checkStructure } from './check-structure.ts';
import { tree } from './check/tree.ts';

/** The refused files of a tree whose capability has its README. */
const refused = (files: Record<string, string>) =>
  checkStructure(tree({ 'src/events/README.md': 'Events', ...files })).map(({ file }) => file);

describe('checkStructure', () => {
  it('accepts the vocabulary, noun folders, components and tests beside their subject', () => {
    const files = [
      'src/events/model.ts',
      'src/events/model.test.ts',
      'src/events/queries.server.ts',
      'src/events/queries.server.test.ts',
      'src/events/queries.rights.server.test.ts',
      'src/events/mail.ts',
      'src/events/programme/worker.ts',
      'src/events/programme/changes.server.ts',
      'src/events/components/WorkshopCard.svelte',
      'src/events/components/words.ts',
      'src/events/programme/components/Programme.svelte',
      'src/platform/anything/at-all.ts',
      'src/routes/+page.svelte',
    ];
    expect(refused(Object.fromEntries(files.map((file) => [file, ''])))).toEqual([]);
  });

  it.each([
    ['a name outside the vocabulary', 'src/events/service.ts'],
    ['reads that are not marked as the server’s', 'src/events/queries.ts'],
    ['a component outside components/', 'src/events/WorkshopCard.svelte'],
    ['a component in small letters', 'src/events/components/card.svelte'],
    ['a noun within a noun', 'src/events/programme/items/model.ts'],
    ['a drawer', 'src/events/utils/model.ts'],
    ['a test without its subject', 'src/events/dates.test.ts'],
  ])('refuses %s', (_, file) => {
    expect(refused({ [file]: '' })).toEqual([file]);
  });

  it('refuses a room the house does not have', () => {
    expect(refused({ 'src/services/model.ts': '' })).toEqual(['src/services']);
  });

  it('asks every capability for its README', () => {
    expect(checkStructure(tree({ 'src/network/model.ts': '' })).map(({ file }) => file)).toEqual([
      'src/network',
    ]);
  });

  it('refuses the 401st line and names it, in any room', () => {
    const lines = (count: number) => `${'const a = 1;\n'.repeat(count)}`;
    const found = checkStructure(tree({ 'cli/main.ts': lines(400), 'src/platform/long.ts': lines(401) }));
    expect(found.map(({ file, line }) => [file, line])).toEqual([['src/platform/long.ts', 401]]);
  });
});
