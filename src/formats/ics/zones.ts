/** Time zones as calendars name them. */
import ICAL from 'ical.js';
import { localReading } from '#platform/clock/local.ts';
import type { Moment } from '../schedule/model.ts';
import { knownZone, momentIn } from '../schedule/times.ts';
import { propertyOf, type Component } from './components.ts';

/**
 * The names of Windows that calendars of this network's countries bear, by Unicode CLDR's windowsZones: Outlook
 * writes rules beside them that know nothing of Ramadan.
 */
const WINDOWS: Record<string, string> = {
  'morocco standard time': 'Africa/Casablanca',
  'romance standard time': 'Europe/Paris',
  'w. europe standard time': 'Europe/Berlin',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Africa/Abidjan',
  'w. central africa standard time': 'Africa/Lagos',
  'egypt standard time': 'Africa/Cairo',
  'libya standard time': 'Africa/Tripoli',
};
const MOST_OBSERVANCES = 60;

/** What a calendar's zone makes of a local time. */
export type Zone = { name: string | null; moment(local: string): Moment };

/** The zones that a calendar defines; each is made when it is first asked for. */
export class Zones {
  readonly #defined: Map<string, Component>;
  readonly #found = new Map<string, Zone | null>();

  constructor(definitions: readonly Component[]) {
    this.#defined = new Map(
      definitions.flatMap((component) => {
        const id = component.lines
          .find(({ name }) => name === 'tzid')
          ?.text.slice(5)
          .trim();
        return id ? [[id, component] as const] : [];
      }),
    );
  }

  /**
   * The zone of a TZID: the one of that name that the platform knows, else what the calendar defines, else a name
   * that ends in one (`/example.org/2024/Europe/Paris`) or says an offset (`GMT+01:00`). Null for any other.
   */
  of(id: string): Zone | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const found = this.#find(id);
    this.#found.set(id, found);
    return found;
  }

  #find(id: string): Zone | null {
    const name = knownZone(id) ?? WINDOWS[id.trim().toLowerCase()];
    if (name) return { name, moment: (local) => momentIn(local, name) };
    const defined = this.#defined.get(id.trim());
    const rules = defined && rulesOf(defined);
    if (rules) return { name: null, moment: (local) => momentBy(rules, local) };
    const tail = /[A-Za-z_]+\/[A-Za-z_+\-0-9]+(?:\/[A-Za-z_]+)?$/.exec(id.slice(-80))?.[0];
    const ending =
      tail === undefined ? null : (knownZone(tail) ?? knownZone(tail.split('/').slice(-2).join('/')));
    if (ending) return { name: ending, moment: (local) => momentIn(local, ending) };
    const offset = /^\(?(?:UTC|GMT) ?([+-])(\d{1,2}):?([0-5]\d)?\)?$/i.exec(id.trim());
    if (!offset) return null;
    const minutes = Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
    return { name: null, moment: (local) => ({ local, instant: localReading(local) - minutes * 60_000 }) };
  }
}

/** A VTIMEZONE as ical.js has it; null where it is broken, or its rules would never end. */
function rulesOf(component: Component): ICAL.Timezone | null {
  const observances = component.components.slice(0, MOST_OBSERVANCES).map((observance) => ({
    name: observance.name,
    properties: observance.lines.slice(0, MOST_OBSERVANCES).map(propertyOf),
  }));
  const rules = observances.flatMap(({ properties }) =>
    properties.flatMap((property) => (property?.name === 'rrule' ? [property.values[0]] : [])),
  );
  if (!rules.every(isYearly)) return null;
  try {
    const children = observances.map(({ name, properties }) => [
      name,
      properties.flatMap((property) =>
        property ? [[property.name, property.parameters, property.type, ...property.values]] : [],
      ),
      [],
    ]);
    const zone = new ICAL.Timezone(new ICAL.Component(['vtimezone', [], children] as never));
    zone.utcOffset(ICAL.Time.fromDateTimeString('2018-04-10T09:00:00'));
    return zone;
  } catch {
    return null;
  }
}

/** The parts of a rule as zones have them. */
const YEARLY = new Set(['freq', 'interval', 'bymonth', 'byday', 'bymonthday', 'until', 'count', 'wkst']);

/**
 * A rule as zones have them: once a year, on a day that some year has. ical.js may search for the occurrences of
 * others without end.
 */
function isYearly(given: unknown): boolean {
  const rule = given as Record<string, unknown>;
  const within = (value: unknown, last: number) =>
    [value].flat().every((one) => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= last);
  return (
    rule['freq'] === 'YEARLY' &&
    (rule['interval'] ?? 1) === 1 &&
    within(rule['bymonth'] ?? 1, 12) &&
    within(rule['bymonthday'] ?? 1, 28) &&
    [rule['byday'] ?? 'SU']
      .flat()
      .every((day) => /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/.test(String(day))) &&
    Object.keys(rule).every((part) => YEARLY.has(part))
  );
}

function momentBy(zone: ICAL.Timezone, local: string): Moment {
  const time = ICAL.Time.fromDateTimeString(`${local}:00`);
  return { local, instant: localReading(local) - zone.utcOffset(time) * 1000 };
}
