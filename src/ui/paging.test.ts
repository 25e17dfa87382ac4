import { describe, expect, it } from 'vitest';
import { namedPages, pageQuery } from './paging.ts';

describe('the pages that are named', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [3, 9, [1, 2, 3, 4, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [7, 9, [1, null, 6, 7, 8, 9]],
    [9, 9, [1, null, 8, 9]],
    [4, 6, [1, 2, 3, 4, 5, 6]],
  ])('on page %i of %i leave out no single one', (page, pages, named) => {
    expect(namedPages({ page, pages })).toEqual(named);
  });
});

describe('the query of a page', () => {
  it('is written in one way', () => {
    expect(pageQuery({ filters: '' }, 1)).toBe('');
    expect(pageQuery({ filters: '' }, 2)).toBe('?page=2');
    expect(pageQuery({ filters: 'type=donor' }, 1)).toBe('?type=donor');
    expect(pageQuery({ filters: 'type=donor' }, 12)).toBe('?type=donor&page=12');
  });
});
