import { error, json } from '@sveltejs/kit';
import { suggestNamed } from '#events/minutes-naming/queries.server.ts';
import { mayEditWorkshops, mayRecordConclusions } from '#events/policy.ts';
import { lastRolesOf, readNames } from '#events/programme-people/queries.server.ts';
import { mayCommit } from '#follow-up/commitments/policy.ts';
import { suggestReferences } from '#follow-up/suggestions/queries.server.ts';
import { mayAddToNetwork } from '#network/policy.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { labelsOf, meantBy, suggestions } from '#network/suggestions/model.ts';
import { m } from '#messages';
import { requiredPassage } from '#platform/locale/text.ts';
import { requireRight } from '../../../account.server.ts';

/** The longest text that suggestions are looked for. */
const LONGEST = 300;

/** People or organisations that a text may mean, for whoever writes a programme. */
export const GET = async ({ locals, params, url, setHeaders }) => {
  if (params.of === 'public-people') return publicPeople(locals, url, setHeaders);
  const { of } = params;
  if (of === 'recommendations' || of === 'commitments') return references(locals, of, url, setHeaders);
  if (of === 'named-in-minutes') return named(locals, url, setHeaders);
  if (of !== 'people' && of !== 'organisations') error(404, 'not-found');
  requireRight(mayEditWorkshops(locals.actor));
  setHeaders({ 'cache-control': 'private, no-store' });
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const names = await readNames(locals.db.reader, locals.locale);
  const found = suggestions(names[of], text);
  const last =
    of === 'people'
      ? await lastRolesOf(
          locals.db.reader,
          locals.actor,
          found.map(({ id }) => id),
          names,
        )
      : new Map();
  const isNew = text.length > 2 && meantBy(names[of], text) === null && mayAddToNetwork(locals.actor);
  return json({
    suggestions: [
      ...found.map(({ id }) => {
        const more = last.get(id);
        const detail = more && [more[`role.${locals.locale}`] || more['role.fr'], more['organisation']];
        return {
          value: names.labels[of].get(id),
          ...(detail && { detail: detail.filter(Boolean).join(' · '), more }),
        };
      }),
      ...(isNew ? [{ value: text, isNew: true }] : []),
    ],
  });
};

/** Recommendations or commitments by reference, as far as whoever commits may read them. */
async function references(
  locals: App.Locals,
  of: 'recommendations' | 'commitments',
  url: URL,
  setHeaders: (headers: Record<string, string>) => void,
): Promise<Response> {
  requireRight(mayCommit(locals.actor));
  setHeaders({ 'cache-control': 'private, no-store' });
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const found = await suggestReferences(locals.db.reader, locals.actor, of, text);
  return json({
    suggestions: found.map((row) => ({
      value: row.reference,
      detail: requiredPassage(row, 'title', locals.locale).text,
    })),
  });
}

/** Organisations and people of the network, for whoever writes minutes. */
async function named(
  locals: App.Locals,
  url: URL,
  setHeaders: (headers: Record<string, string>) => void,
): Promise<Response> {
  requireRight(mayRecordConclusions(locals.actor));
  setHeaders({ 'cache-control': 'private, no-store' });
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const found = await suggestNamed(locals.db.reader, text, locals.locale);
  const words = { organisation: m.events_minutes_named_organisation, person: m.events_minutes_named_person };
  return json({
    suggestions: found.map(({ value, noun, slug, more }) => ({
      value,
      detail: [words[noun](), slug].filter(Boolean).join(' · '),
      more,
    })),
  });
}

/** People in a public role, which everybody may read, for whoever is signed in. */
async function publicPeople(
  locals: App.Locals,
  url: URL,
  setHeaders: (headers: Record<string, string>) => void,
): Promise<Response> {
  requireRight(locals.account !== null);
  setHeaders({ 'cache-control': 'private, no-store' });
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const people = await listPeople(locals.db.reader);
  const labels = labelsOf(people, locals.locale);
  return json({ suggestions: suggestions(people, text).map(({ id }) => ({ value: labels.get(id) })) });
}
