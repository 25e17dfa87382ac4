import { describe, expect, it } from 'vitest';
import { paragraphs } from './text.ts';

describe('paragraphs', () => {
  it('parts at blank lines only', () => {
    expect(paragraphs('Une\nligne.\n\nUne autre.\n \n\nEt une fin.')).toEqual([
      'Une ligne.',
      'Une autre.',
      'Et une fin.',
    ]);
  });

  it('interprets nothing else', () => {
    expect(paragraphs('# *a* <b>\r\n\r\n- c')).toEqual(['# *a* <b>', '- c']);
  });

  it('gives no paragraph for an empty text', () => {
    expect(paragraphs(' \n\n ')).toEqual([]);
  });
});
