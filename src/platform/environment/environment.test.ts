import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it('has a value for everything where nothing is said', () => {
    expect(readEnvironment({ PORT: ' ', DATABASE_URL: '' }, '/srv/indimaj')).toEqual({
      port: 3000,
      portAsked: false,
      dataFolder: '/srv/indimaj/data',
      databaseUrl: undefined,
      publicUrl: undefined,
    });
  });

  it('takes what is said', () => {
    const variables = {
      PORT: '0',
      INDIMAJ_DATA: '../records',
      DATABASE_URL: 'postgresql://user:pass@host/name',
      INDIMAJ_URL: 'https://Indimaj.example:8443/',
    };
    expect(readEnvironment(variables, '/srv/indimaj')).toEqual({
      port: 0,
      portAsked: true,
      dataFolder: '/srv/records',
      databaseUrl: 'postgresql://user:pass@host/name',
      publicUrl: 'https://indimaj.example:8443',
    });
  });

  it('says everything that is wrong at once, and repeats no password', () => {
    const variables = {
      PORT: '99999',
      DATABASE_URL: 'mysql://root:hunter2@host',
      INDIMAJ_URL: 'indimaj.example',
    };
    const read = () => readEnvironment(variables);
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(
      expect.objectContaining({
        problems: [
          { variable: 'PORT', reason: 'not-a-port', value: '99999' },
          { variable: 'DATABASE_URL', reason: 'not-postgres' },
          { variable: 'INDIMAJ_URL', reason: 'not-a-web-address', value: 'indimaj.example' },
        ],
      }),
    );
    expect(read).not.toThrow(/hunter2/);
  });

  it.each(['http', '3000.5', '-1', '65536', '1e3', '0x50'])('takes %j for no port', (PORT) => {
    expect(() => readEnvironment({ PORT })).toThrow('PORT: not-a-port');
  });

  it.each([
    ['https://a.example/path', 'has-a-path'],
    ['https://a.example/?q', 'has-a-path'],
    ['https://a.example/#x', 'has-a-path'],
    ['ftp://a.example', 'not-a-web-address'],
    ['https://user:pass@a.example', 'not-a-web-address'],
    ['//a.example', 'not-a-web-address'],
  ])('takes %j for no public address', (INDIMAJ_URL, reason) => {
    expect(() => readEnvironment({ INDIMAJ_URL })).toThrow(`INDIMAJ_URL: ${reason}`);
  });
});
