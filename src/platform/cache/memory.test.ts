import { describe, expect, it } from 'vitest';
import type { Entry } from '../journal/model.ts';
import { Memory } from './memory.ts';
import { Reads } from './reads.ts';

/** A reading of one record that counts how often it was done. */
function reading(id: string) {
  const counted = { times: 0, read: async (_reads: Reads) => ({ id, times: 0, rows: [{ id }] }) };
  counted.read = async (reads) => {
    reads.touches.add(id);
    reads.tables.add('concepts');
    counted.times += 1;
    return { id, times: counted.times, rows: [{ id }] };
  };
  return counted;
}

const change = (id: string) => [{ kind: 'people', touches: [id] } as unknown as Entry];

describe('what is remembered', () => {
  it('is read once, and every page that shows it depends on what was read', async () => {
    const memory = new Memory();
    const { read } = reading('a');
    for (let page = 0; page < 3; page += 1) {
      const reads = new Reads();
      expect((await memory.recall('key', reads, 0, read)).times).toBe(1);
      expect([[...reads.touches], [...reads.tables]]).toEqual([['a'], ['concepts']]);
    }
  });

  it('is read again once the journal says that it has changed, and not for another record', async () => {
    const memory = new Memory();
    const { read } = reading('a');
    await memory.recall('key', new Reads(), 0, read);
    memory.take(change('b'));
    expect((await memory.recall('key', new Reads(), 0, read)).times).toBe(1);
    memory.take(change('a'));
    expect((await memory.recall('key', new Reads(), 0, read)).times).toBe(2);
  });

  it('is not kept where it changed while it was read', async () => {
    const memory = new Memory();
    const { read } = reading('a');
    await memory.recall('key', new Reads(), 0, async (reads) => {
      const answer = await read(reads);
      memory.take(change('a'));
      return answer;
    });
    expect((await memory.recall('key', new Reads(), 0, read)).times).toBe(2);
  });

  it('holds until the instant at which it changes by itself', async () => {
    const memory = new Memory();
    const counted = reading('a');
    const until = (reads: Reads) => {
      reads.changesAt(new Date(1_000));
      return counted.read(reads);
    };
    const reads = new Reads();
    await memory.recall('key', new Reads(), 0, until);
    expect((await memory.recall('key', reads, 999, until)).times).toBe(1);
    expect(reads.until).toBe(1_000);
    expect((await memory.recall('key', new Reads(), 1_000, until)).times).toBe(2);
  });

  it('is not kept where reading failed; the page depends on what was read all the same', async () => {
    const memory = new Memory();
    const counted = reading('a');
    const reads = new Reads();
    const failing = async (own: Reads) => {
      await counted.read(own);
      throw new Error('not found');
    };
    await expect(memory.recall('key', reads, 0, failing)).rejects.toThrow('not found');
    expect([...reads.touches]).toEqual(['a']);
    expect(memory.size).toBe(0);
  });

  it('cannot be changed by a page that shows it', async () => {
    const shown = await new Memory().recall('key', new Reads(), 0, reading('a').read);
    expect(() => shown.rows.pop()).toThrow(TypeError);
    expect(() => (shown.rows[0]!.id = 'b')).toThrow(TypeError);
  });

  it('leaves when more was read than may be remembered, the least recently used first', async () => {
    const memory = new Memory(6);
    for (const id of ['a', 'b', 'c']) await memory.recall(id, new Reads(), 0, reading(id).read);
    await memory.recall('a', new Reads(), 0, reading('a').read);
    await memory.recall('d', new Reads(), 0, reading('d').read);
    expect(['a', 'b', 'c', 'd'].map((key) => memory.get(key, 0) !== null)).toEqual([true, false, true, true]);
  });
});
