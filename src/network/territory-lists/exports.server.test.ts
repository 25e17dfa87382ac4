import { describe, expect, it } from 'vitest';
import { describeProblem } from './exports.server.ts';
import type { ListProblem } from './model.ts';

const problem: ListProblem = {
  place: 4,
  field: 'parent_code',
  reason: 'network_import_parent_unknown',
  values: { code: 'MA-99' },
};

describe('describeProblem', () => {
  it('says where and what, in the reader’s language', () => {
    expect(describeProblem(problem, 'csv', 'fr')).toBe(
      'Ligne 4, parent_code\u00a0: Le territoire MA-99 n’existe ni ici ni dans le fichier.',
    );
    expect(describeProblem(problem, 'iso-3166-2', 'en')).toBe(
      'Entry 4, parent_code: The territory MA-99 is neither here nor in the file.',
    );
    expect(describeProblem(problem, 'csv', 'ar')).toBe(
      'السطر 4، parent_code: الوحدة الترابية MA-99 غير موجودة هنا ولا في الملف.',
    );
    const row: ListProblem = {
      place: 3,
      field: null,
      reason: 'network_import_field_count',
      values: { found: 1, expected: 2 },
    };
    expect(describeProblem(row, 'csv', 'en')).toBe('Line 3: Fields found: 1; expected: 2.');
    expect(describeProblem({ ...row, place: null, reason: 'network_import_empty' }, 'csv', 'en')).toBe(
      'The file is empty.',
    );
  });

  it('lets nothing of the file steer a terminal, nor fill it', () => {
    const values = { code: `\u001b[2J\u009b31m\u202e\n${'x'.repeat(5_000)}` };
    const sentence = describeProblem({ ...problem, values }, 'csv', 'en');
    expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(sentence.length).toBeLessThan(300);
  });
});
