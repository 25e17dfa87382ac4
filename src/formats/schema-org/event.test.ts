import { describe, expect, it } from 'vitest';
import { embeddable, eventJsonLd, type EventRecord, type When } from './event.ts';

const event = (change: Partial<EventRecord> = {}): EventRecord => ({
  id: 'https://indimaj.example/workshops/1',
  url: 'https://indimaj.example/fr/workshops/1',
  name: 'Atelier',
  languages: ['fr'],
  ...change,
});
const dates = (when: When) => {
  const { startDate, endDate } = eventJsonLd(event({ when }));
  return [startDate, endDate];
};

describe('dates', () => {
  it('are as precise as what is known', () => {
    expect(dates({ start: '2019' })).toEqual(['2019', undefined]);
    expect(dates({ start: '2019-05', end: '2019-06' })).toEqual(['2019-05', '2019-06']);
    expect(dates({ start: '2018-04-10', end: '2018-04-11' })).toEqual(['2018-04-10', '2018-04-11']);
  });

  it('carry the offset of their zone and season', () => {
    expect(
      dates({ start: '2026-02-14T09:30', end: '2026-02-16T12:00', timeZone: 'Africa/Casablanca' }),
    ).toEqual(['2026-02-14T09:30:00+01:00', '2026-02-16T12:00:00+00:00']);
  });

  it.each([{ start: '2026-13' }, { start: '2026-02-30' }, { start: '2026-02-14T09:30' }, { start: 'hier' }])(
    'refuse %j',
    (when) => {
      expect(() => dates(when)).toThrow(RangeError);
    },
  );
});

describe('an unknown', () => {
  it('is not told', () => {
    expect(
      JSON.parse(embeddable(eventJsonLd(event({ description: ' ', performers: [], when: null })))),
    ).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': 'https://indimaj.example/workshops/1',
      url: 'https://indimaj.example/fr/workshops/1',
      name: 'Atelier',
      inLanguage: 'fr',
    });
  });
});

describe('embeddable', () => {
  it('leaves nothing that a script element would end at, and loses nothing', () => {
    const name = '</script><script>alert(1)</script><!-- ]]> & \u2028\u2029';
    const text = embeddable({ name });
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ name });
  });
});
