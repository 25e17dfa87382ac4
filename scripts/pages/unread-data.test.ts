import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRead, leaveUnread } from './unread-data.ts';

const installed = new URL(
  '../../node_modules/@sveltejs/kit/src/runtime/server/page/index.js',
  import.meta.url,
);

const off = { universal: { csr: false } };
const on = { universal: { csr: true } };
const onAtServer = { server: { csr: true } };

describe('the data of a page', () => {
  it('is read where nothing is said of scripts, or where a layout or the page asks for them', () => {
    expect([[], [{}, {}], [off, on], [on, off], [off, onAtServer], [{}, off]].map(isRead)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('is not read where every layout and the page leave scripts out', () => {
    expect([[off], [off, {}], [off, undefined], [off, {}, off]].map(isRead)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the renderer of pages', () => {
  it('is mended in the Kit that is installed', () => {
    const mended = leaveUnread(readFileSync(installed, 'utf8'));
    expect(mended.match(/const data_serializer = /g)).toHaveLength(1);
    expect(mended).toContain(`(${isRead})(nodes.data)`);
  });

  it('writes the data of pages with scripts, and none of others', () => {
    const mended = leaveUnread('const data_serializer = server_data_serializer(event, state);');
    const render = new Function(
      'nodes',
      'server_data_serializer',
      'event',
      'state',
      `${mended} return data_serializer;`,
    );
    const written = (...data: object[]) => render({ data }, () => ({ get_data: () => 'all' })).get_data();
    expect(written(off, on)).toBe('all');
    expect(written(off, {})).toEqual({ data: '[]', chunks: null });
  });

  it('is refused where it is written otherwise', () => {
    expect(() => leaveUnread('const serializer = server_data_serializer(event, state);')).toThrow(
      'read it again',
    );
    expect(() =>
      leaveUnread('const data_serializer = server_data_serializer(event, state);'.repeat(2)),
    ).toThrow();
  });
});
