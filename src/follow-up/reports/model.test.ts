import { describe, expect, it } from 'vitest';
import { nextSteps, type ReportRole, type ReportStage, type ReportStep } from './model.ts';

const nobody: ReportRole = { writes: false, decides: false, confirms: false };
const writer = { ...nobody, writes: true };
const validator = { ...nobody, decides: true };
const confirmer = { ...nobody, confirms: true };
const all = { writes: true, decides: true, confirms: true };

describe('what comes next', () => {
  it.each<[ReportStage, ReportRole, string, ReportStep[]]>([
    ['draft', writer, 'writer', ['write']],
    ['draft', validator, 'validator', []],
    ['returned', writer, 'writer', ['rewrite']],
    ['returned', confirmer, 'confirmer', []],
    ['submitted', writer, 'writer', ['take-back']],
    ['submitted', validator, 'validator', ['decide']],
    ['submitted', validator, 'writer', ['own']],
    ['submitted', all, 'somebody', ['decide', 'take-back']],
    ['submitted', confirmer, 'confirmer', []],
    ['validated', writer, 'writer', ['await-confirmation']],
    ['validated', confirmer, 'confirmer', ['confirm']],
    ['validated', confirmer, 'writer', ['own-validation']],
    ['validated', confirmer, 'validator', ['own-validation']],
    ['confirmed', all, 'somebody', []],
    ['submitted', nobody, 'anyone', []],
    ['validated', nobody, 'anyone', []],
  ])('of a %s report for %o, read by the %s', (stage, role, reader, steps) => {
    const context = { reader, validatedBy: 'validator', isConfirmed: true };
    expect(nextSteps({ stage, submitted_by: 'writer' }, role, context)).toEqual(steps);
  });

  it('is nothing once it is validated and nobody else is asked', () => {
    const context = { reader: 'confirmer', validatedBy: 'validator', isConfirmed: false };
    expect(nextSteps({ stage: 'validated', submitted_by: 'writer' }, all, context)).toEqual([]);
  });
});
