import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { provideServices, services, withdrawServices, type Services } from './services.ts';

const given = { clock: () => new Date(0), log: silentLog, publicUrl: 'http://localhost:3000' } as Services;
afterEach(withdrawServices);

describe('services', () => {
  it('are those the composition root gave, and only it gives them', () => {
    expect(() => services()).toThrow('npm start');
    provideServices(given);
    expect(services()).toBe(given);
    expect(() => provideServices(given)).toThrow('already composed');
  });

  it('can be composed again once they are taken back', () => {
    provideServices(given);
    withdrawServices();
    expect(() => services()).toThrow();
    provideServices({ ...given, publicUrl: 'http://other' });
    expect(services().publicUrl).toBe('http://other');
  });
});
