import { describe, expect, it } from 'vitest';
import { run, runApart } from './testing.ts';

describe('indimaj', () => {
  it('answers on its streams and by its status, in a process of its own', async () => {
    expect(await runApart(['help'])).toEqual(await run(['help']));
    const unknown = await runApart(['nothing']);
    expect(unknown).toEqual(await run(['nothing']));
    expect(unknown).toMatchObject({ code: 2, output: [] });
    const env = { DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/indimaj' };
    expect(await runApart(['serve'], { env })).toEqual({
      code: 1,
      output: [],
      errors: [expect.stringContaining('PostgreSQL does not answer (PostgreSQL 127.0.0.1:1/indimaj)')],
    });
  });

  it('shows its help where no command is named, and where it is asked for', async () => {
    const shown = await run(['help']);
    expect(shown).toMatchObject({ code: 0, errors: [] });
    for (const word of ['serve', 'migrate', 'backup', 'restore', '--port', '--data', 'DATABASE_URL'])
      expect(shown.output.join('\n')).toContain(word);
    for (const args of [[], ['--help'], ['-h'], ['serve', '--help'], ['restore', '-h']])
      expect(await run(args)).toEqual(shown);
  });

  it("speaks the terminal's language, French where it names none of the three", async () => {
    const first = async (LANG: string) => (await run(['nothing'], { env: { LANG } })).errors;
    expect(await first('fr_MA.UTF-8')).toEqual([
      'La commande «\u00a0nothing\u00a0» n’existe pas\u202f; indimaj help montre celles qui existent.',
    ]);
    expect(await first('C')).toEqual(await first('fr'));
    // Latin words in an Arabic sentence stand between left-to-right marks.
    expect(await first('ar')).toEqual([
      'الأمر «\u200Enothing\u200E» غير موجود؛ يعرض indimaj help الأوامر المتاحة.',
    ]);
  });

  it.each([
    [['nothing'], 'There is no command “nothing”'],
    [['toString'], 'There is no command “toString”'],
    [['migrate', '--nothing'], '“--nothing” is not an option'],
    [['migrate', 'more'], '“more” is too much'],
    [['serve', '--port'], '--port needs a value'],
    [['restore'], 'Name the backup file'],
  ])('answers %j with one sentence and status 2', async (args, sentence) => {
    const { code, output, errors } = await run(args);
    expect([code, output, errors]).toEqual([2, [], [expect.stringContaining(sentence)]]);
  });

  it('says all that is wrong with its environment, and status 1', async () => {
    const env = { PORT: 'abc', INDIMAJ_URL: 'indimaj.example' };
    expect(await run(['migrate'], { env })).toEqual({
      code: 1,
      output: [],
      errors: [
        'PORT: “abc” is not a port; give a number from 0 to 65535.',
        'INDIMAJ_URL: “indimaj.example” is not a web address; write for example https://indimaj.example.',
      ],
    });
  });

  it('says that PostgreSQL does not answer, without the password', async () => {
    const env = { DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/indimaj' };
    for (const command of ['migrate', 'backup']) {
      const { code, errors } = await run([command], { env });
      expect(code).toBe(1);
      expect(errors.at(-1)).toContain('PostgreSQL does not answer (PostgreSQL 127.0.0.1:1/indimaj)');
      expect(errors.join()).not.toMatch(/secret|\s+at /);
    }
  });
});
