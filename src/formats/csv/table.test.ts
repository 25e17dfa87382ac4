import { describe, expect, it } from 'vitest';
import { NotCsv, parseCsv } from './table.ts';

describe('parseCsv', () => {
  it.each([
    ['commas', 'code,name\nMA-AGD,"Agadir, Ida"\n'],
    ['semicolons', 'code;name\nMA-AGD;Agadir, Ida\n'],
    ['lines of Windows', 'code;name\r\nMA-AGD;"Agadir, Ida"\r\n'],
    ['lines of old Macs', 'code;name\rMA-AGD;"Agadir, Ida"'],
    ['no last line end and spaces around fields', 'code, name\nMA-AGD , "Agadir, Ida" '],
  ])('reads %s', (_, text) => {
    expect(parseCsv(text)).toEqual({
      header: ['code', 'name'],
      rows: [{ line: 2, fields: ['MA-AGD', 'Agadir, Ida'] }],
    });
  });

  it('counts the lines of the file where fields run over several and rows are empty', () => {
    const { rows } = parseCsv('a,b\n1,"x\ny ""z"""\n\n,\n2,z\n');
    expect(rows).toEqual([
      { line: 2, fields: ['1', 'x\ny "z"'] },
      { line: 6, fields: ['2', 'z'] },
    ]);
  });

  it('keeps rows that are too short or too long', () => {
    expect(parseCsv('a,b\n1\n1,2,3').rows.map(({ fields }) => fields)).toEqual([['1'], ['1', '2', '3']]);
  });

  it('takes what a spreadsheet would run as plain text', () => {
    expect(parseCsv("a,b\n=cmd|' /C calc'!A0,@SUM(1)").rows[0]?.fields).toEqual([
      "=cmd|' /C calc'!A0",
      '@SUM(1)',
    ]);
  });

  it('stops reading after the rows asked for', () => {
    expect(parseCsv('a\n1\n2\n3\n"open', 2).rows).toHaveLength(2);
  });

  it.each([
    ['a quotation mark that is never closed', 'a,b\n1,2\n3,"x', 3],
    ['text after a closing quotation mark', 'a,b\n1,"x"y', 2],
    ['a quotation mark within a field', 'a,b\n1,x"y', 2],
  ])('refuses %s', (_, text, line) => {
    expect(() => parseCsv(text)).toThrow(NotCsv);
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ line }));
  });

  it('has no header and no rows where the text is empty', () => {
    expect(parseCsv('')).toEqual({ header: [], rows: [] });
    expect(parseCsv('\n\n')).toEqual({ header: [], rows: [] });
  });
});
