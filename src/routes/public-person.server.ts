import { listPeople, readPerson } from '#network/people/queries.server.ts';
import { labelsOf, meantBy } from '#network/suggestions/model.ts';
import { passage } from '#platform/locale/text.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';

/** The public person that a text names; nothing where it is empty, refused where it names none or several. */
export async function personMeant(
  { db }: App.Locals,
  text: unknown,
): Promise<{ personId?: string } | Refusal> {
  const typed = typeof text === 'string' ? text.trim() : '';
  if (typed === '') return {};
  const found = meantBy(await listPeople(db.reader), typed);
  if (found === 'several') return refused('network_problem_person_several', 'person');
  return found ? { personId: found.id } : refused('network_problem_person_unknown', 'person');
}

/** A public person as pages of accounts show them, with the text by which forms name them. */
export async function publicPerson({ db, locale }: App.Locals, id: string | null) {
  const person = id === null ? undefined : await readPerson(db.reader, id);
  if (!person) return null;
  const label = labelsOf(await listPeople(db.reader), locale).get(person.id) ?? '';
  return { id: person.id, slug: person.slug, name: passage(person, 'name', locale), label };
}
