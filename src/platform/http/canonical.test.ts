import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

const origin = 'https://indimaj.example';

describe('canonical', () => {
  it.each([
    '/',
    '/fr/workshops/rabat-2018',
    '/fr/card.png?1',
    '/_app/immutable/assets/a.B-c_d~1.css',
    '/fr/%E0%A4%A',
    '/fr/%zz',
    '/fr/%2577',
    '/fr/x?a=%77&b=//..',
  ])('leaves %s', (target) => {
    expect(canonical(target, origin)).toBe(target);
  });

  it.each([
    ['/fr/%77orkshops', '/fr/workshops'],
    ['/fr/x#1', '/fr/x'],
    ['/fr/x?q#1', '/fr/x?q'],
    ['/fr/../fr', '/fr'],
    ['/fr/./x', '/fr/x'],
    ['/fr/%2e%2E/sitemap.xml?1', '/sitemap.xml?1'],
    ['/fr/%e0', '/fr/%E0'],
    ['/fr/"x"', '/fr/%22x%22'],
    ['/fr//x', '/fr/x'],
    ['//evil.example/x', '/evil.example/x'],
    ['/fr/..//evil.example', '/evil.example'],
    ['/fr/..\\/evil.example', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['//', '/'],
  ])('writes %s as %s, and that as itself', (target, written) => {
    expect(canonical(target, origin)).toBe(written);
    expect(canonical(written, origin)).toBe(written);
  });
});
