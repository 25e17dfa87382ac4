import { describe, expect, it } from 'vitest';
import { checkMessages } from './check-messages.ts';
import { tree } from './check/tree.ts';

const settings = JSON.stringify({
  'plugin.inlang.messageFormat': {
    pathPattern: ['./messages/events/{locale}.json', './messages/follow-up/{locale}.json'],
  },
});

type Messages = Record<string, unknown>;

/** What the checks say of one room's messages and one source that uses `m`. */
function said(fr: Messages, ar: Messages, en: Messages, source: string, room = 'events'): string[] {
  const root = tree({
    'project.inlang/settings.json': settings,
    [`messages/${room}/fr.json`]: JSON.stringify(fr, null, 2),
    [`messages/${room}/ar.json`]: JSON.stringify(ar, null, 2),
    [`messages/${room}/en.json`]: JSON.stringify(en, null, 2),
    'src/events/components/Card.svelte': `<script lang="ts">\n  import { m } from '#messages';\n</script>\n${source}\n`,
  });
  return checkMessages(root).map(({ file, line, rule }) => `${file}:${line ?? ''} ${rule}`);
}

/** A message that counts, with these categories. */
const counting = (...categories: string[]) => [
  {
    declarations: ['input count', 'local plural = count: plural'],
    selectors: ['plural'],
    match: Object.fromEntries(categories.map((category) => [`plural=${category}`, `${category} {count}`])),
  },
];

const french = counting('one', 'many', 'other');
const arabic = counting('zero', 'one', 'two', 'few', 'many', 'other');
const english = counting('one', 'other');

describe('checkMessages', () => {
  it('accepts the same keys, inputs and complete plurals in three languages', () => {
    const message = (text: string) => ({ events_title: text });
    const fr = { ...message('Le {place}'), events_people: french };
    const ar = { ...message('في {place}'), events_people: arabic };
    const en = { ...message('At {place}'), events_people: english };
    expect(said(fr, ar, en, '{m.events_title({ place })} {m.events_people({ count: 2 })}')).toEqual([]);
  });

  it('writes a room’s hyphen as an underscore', () => {
    const one = { follow_up_state: 'x' };
    expect(said(one, one, one, '{m.follow_up_state()}', 'follow-up')).toEqual([]);
  });

  it('refuses a key that one language lacks', () => {
    const both = { events_title: 'x', events_place: 'y' };
    expect(said(both, { events_title: 'x' }, both, '{m.events_title()}{m.events_place()}')).toEqual([
      'messages/events/ar.json: events_place is missing',
    ]);
  });

  it.each([
    ['Un point\u202f; deux\u00a0: «\u00a0trois\u00a0»\u202f? Oui\u202f!', true],
    ['De 09:30 à 10:15, sur https://indimaj.example/?page=2 {count}', true],
    ['Quoi\u202f?!', true],
    ['Un point ; deux', false],
    ['Un point; deux', false],
    ['Un point\u00a0; deux', false],
    ['Quoi ?', false],
    ['Deux : {count}', false],
    ['Deux\u202f: {count}', false],
    ['Deux: {count}', false],
    ['« trois »', false],
    ['«\u202ftrois\u202f»', false],
  ])('of French, “%s”: accepts it is %s', (text, accepted) => {
    const one = { events_title: text.replaceAll('{count}', '') };
    const other = { events_title: 'x ; y' };
    const found = said(one, other, other, '{m.events_title()}');
    expect(found.length).toBe(accepted ? 0 : 1);
    if (!accepted) expect(found[0]).toContain('messages/events/fr.json:2 events_title has a loose space');
  });

  it('refuses other placeholders than in French', () => {
    const fr = { events_title: '{place}, {date}' };
    expect(said(fr, { events_title: '{place}' }, fr, '{m.events_title()}')).toEqual([
      'messages/events/ar.json:2 events_title takes {place}, in fr {date, place}',
    ]);
  });

  it('refuses a plural that leaves out a category of the language', () => {
    const short = { events_people: counting('one', 'two', 'few', 'other') };
    const found = said({ events_people: french }, short, { events_people: english }, '{m.events_people()}');
    expect(found).toEqual(['messages/events/ar.json:2 events_people has no variant for plural=zero, many']);
  });

  it('refuses a category the language does not have', () => {
    const found = said(
      { events_people: french },
      { events_people: arabic },
      { events_people: french },
      '{m.events_people()}',
    );
    expect(found).toEqual([
      'messages/events/en.json:2 events_people has a variant for plural=many, which en does not know',
    ]);
  });

  it('refuses an empty text, also in a variant', () => {
    const empty = [{ ...english[0], match: { 'plural=one': ' ', 'plural=other': '{count}' } }];
    const found = said(
      { events_people: french },
      { events_people: arabic },
      { events_people: empty },
      '{m.events_people()}',
    );
    expect(found).toEqual(['messages/events/en.json:2 events_people has an empty text']);
  });

  it('refuses a key without its room’s name', () => {
    const all = { title: 'x' };
    expect(said(all, all, all, '{m.title()}')).toEqual(
      ['fr', 'ar', 'en'].map(
        (locale) => `messages/events/${locale}.json:2 title does not begin with events_`,
      ),
    );
  });

  it('refuses a message nobody uses and a use of none', () => {
    const all = { events_title: 'x' };
    expect(said(all, all, all, '{m.events_tilte()}')).toEqual([
      'messages/events/fr.json:2 events_title is not used',
      'src/events/components/Card.svelte:4 there is no message events_tilte',
    ]);
  });

  it('takes a key in quotes and the beginning of a composed key for a use', () => {
    const all = { events_title: 'x', events_form_seminar: 'y' };
    expect(said(all, all, all, "{m['events_title']()}{m[`events_form_${form}`]()}")).toEqual([]);
  });

  it('refuses a room the compiler is not told of', () => {
    const all = { network_name: 'x' };
    expect(said(all, all, all, '{m.network_name()}', 'network')).toEqual([
      'project.inlang/settings.json: messages/network is not compiled',
    ]);
  });
});
