import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestLocation } from '#platform/database/testing.ts';
import { services, withdrawServices } from '#platform/services/services.ts';
import { develop } from './server.ts';

let place: Awaited<ReturnType<typeof makeTestLocation>>;
beforeEach(async () => (place = await makeTestLocation()));
afterEach(async () => {
  withdrawServices();
  await place.remove();
});

const options = (more: object = {}) => ({
  databaseUrl: undefined,
  publicUrl: undefined,
  ...place.location,
  ...more,
});

describe('the node behind the development server', () => {
  it('hands the pages its services at the port’s address, and takes them back', async () => {
    const close = await develop(options(), 5173);
    expect(services().publicUrl).toBe('http://localhost:5173');
    await close();
    expect(() => services()).toThrow('npm start');
  });

  it('has the public address that the environment names', async () => {
    const close = await develop(options({ publicUrl: 'https://network.example' }), 5173);
    expect(services().publicUrl).toBe('https://network.example');
    await close();
  });

  it('leaves nothing open where it cannot open', async () => {
    const prepare = () => Promise.reject(new Error('no demonstration'));
    await expect(develop(options({ prepare }), 5173)).rejects.toThrow('no demonstration');
    // The embedded database's folder would still be held, and the second opening refused.
    await (
      await develop(options(), 5173)
    )();
  });
});
