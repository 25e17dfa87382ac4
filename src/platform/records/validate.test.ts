import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { validate } from './validate.ts';

const key = 'platform_problem_text';
const day = v.pipe(v.string(), v.minLength(10, 'platform_problem_date'), v.isoDate('platform_problem_date'));
const entries = {
  title: v.pipe(v.string(key), v.trim(), v.nonEmpty(key)),
  from: v.optional(day),
  to: v.optional(day),
  cover: v.optional(v.boolean(), false),
  alt: v.optional(v.string()),
};
const schema = v.pipe(
  v.object(entries),
  v.forward(
    v.partialCheck(
      [['from'], ['to']],
      ({ from, to }) => !from || !to || from <= to,
      'platform_problem_end_before_start',
    ),
    ['to'],
  ),
  v.forward(
    v.check(({ cover, alt }) => !cover || alt !== undefined, 'platform_problem_required'),
    ['alt'],
  ),
);

const wrong = (input: object) => {
  const answer = validate(schema, input);
  return answer.ok ? [] : answer.problems.map(({ field, reason }) => `${field} ${reason}`);
};
const title = 'Un guichet';
const backwards = { from: '2027-02-01', to: '2027-01-01' };
const late = 'to platform_problem_end_before_start';
const unsaid = 'alt platform_problem_required';

describe('what is wrong with an input', () => {
  it.each([
    [{ title }, []],
    [{}, ['title platform_problem_required']],
    [{ ...backwards }, ['title platform_problem_required', late]],
    [{ title, ...backwards, cover: true }, [late, unsaid]],
    [{ title: ' ', ...backwards, cover: true }, [`title ${key}`, late, unsaid]],
    // Nothing follows from a day that is none.
    [{ title, from: 'x', to: '2027-01-01', cover: true }, ['from platform_problem_date', unsaid]],
    [{ title, from: '2027-02-01', to: 'x' }, ['to platform_problem_date']],
    [{ title, cover: 'yes' }, ['cover platform_problem_required']],
  ])('%j is told at once', (input, problems) => expect(wrong(input)).toEqual(problems));

  it('is told of what is no object, and what is right comes back as the schema makes it', () => {
    expect(validate(schema, null)).toMatchObject({ ok: false });
    expect(validate(schema, { title: ` ${title} ` })).toEqual({ ok: true, output: { title, cover: false } });
    expect(validate(v.string(), 3)).toMatchObject({ ok: false });
  });
});
