import { describe, expect, it } from 'vitest';
import { jsonLog } from './log.ts';

function logged(fields: Record<string, unknown>, message = 'something') {
  const lines: string[] = [];
  jsonLog(
    (line) => lines.push(line),
    () => new Date('2026-01-02T03:04:05Z'),
  ).warn(message, fields);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  return { line: lines[0]!, ...JSON.parse(lines[0]!) };
}

describe('jsonLog', () => {
  it('writes one JSON object a line', () => {
    expect(logged({ path: '/fr\n/x', status: 404 })).toMatchObject({
      at: '2026-01-02T03:04:05.000Z',
      level: 'warn',
      message: 'something',
      path: '/fr\n/x',
      status: 404,
    });
  });

  it.each([
    'email',
    'mailTo',
    'password',
    'newPassword',
    'token',
    'client_secret',
    'cookie',
    'Authorization',
    'phone',
    'name',
    'ip',
    'clientIp',
    'body',
  ])('leaves out what %s holds, at any depth', (field) => {
    const secret = 'what-must-not-be-seen';
    const deep = { request: { list: [{ [field]: secret }] }, [field]: { inner: secret } };
    const entry = logged(deep);
    expect(entry.line).not.toContain(secret);
    expect(entry.request.list).toEqual([{ [field]: '[redacted]' }]);
    expect(entry[field]).toBe('[redacted]');
  });

  it('keeps names that only look alike', () => {
    expect(logged({ consumer: 'search', filename: 'a.csv', description: 'x' })).toMatchObject({
      consumer: 'search',
      filename: 'a.csv',
      description: 'x',
    });
  });

  it('says what an error was and where', () => {
    const { error } = logged({ error: new RangeError('too far') });
    expect(error).toMatchObject({ type: 'RangeError', message: 'too far' });
    expect(error.stack).toContain('log.test.ts');
  });

  it('bears what JSON cannot hold', () => {
    const circle: Record<string, unknown> = { count: 10n };
    circle['self'] = circle;
    expect(logged({ circle }).circle).toEqual({ count: '10', self: '[circular]' });
  });

  it('lets no field stand for the level, the message or the time', () => {
    expect(logged({ level: 'info', message: 'forged', at: 'never' })).toMatchObject({
      level: 'warn',
      message: 'something',
      at: '2026-01-02T03:04:05.000Z',
    });
  });
});
