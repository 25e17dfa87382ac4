import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countsIn } from '#deliberation/debates/imports.server.ts';
import type { ReportData } from '#deliberation/reports/model.ts';
import { openStore } from '#platform/files/store.ts';
import { drawDebate } from './load.ts';
import { statements } from './statements.ts';

it('draws a debate of three circles, the same each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  try {
    const store = openStore(folder);
    const [one, other] = [await drawDebate(store), await drawDebate(store)];
    expect(one).toEqual(other);
    expect(countsIn(one.report)).toMatchObject({ participants: 120, statements: 40, groups: 3 });
    expect(one.report).toContain(statements[2]![0]);
    const { weighted, breakdowns } = JSON.parse(one.report) as ReportData;
    expect([weighted, breakdowns.map(({ by, names }) => [by, names.length])]).toEqual([
      true,
      [['actor_type', 3]],
    ]);
    expect(breakdowns[0]!.statements.length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
