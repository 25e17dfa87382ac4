import type { Actor } from '#platform/actor/actor.ts';
import { inTransaction, type Source, type Target, type Transaction } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { createContribution, createItem } from '../programme/changes.server.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { readProgrammeFile } from '../programme-files/imports.server.ts';
import type { ProgrammeProblem } from '../programme-files/model.ts';
import { emptyPreview, planProgramme, type ProgrammePlan } from '../programme-plans/imports.server.ts';
import { isImportable, type ProgrammeChoices, type ProgrammePreview } from './model.ts';
import { mayImport } from './queries.server.ts';

export { programmeFileLimits } from '../programme-files/model.ts';
export { describeProgrammeProblem } from './exports.server.ts';
export { isImportable, type ProgrammeChoices, type ProgrammePreview } from './model.ts';

/** The file, and the workshop it is for; without one a new workshop is made from the file, as a draft. */
export interface ProgrammeSource {
  bytes: Uint8Array;
  workshopId?: string;
}

/**
 * What {@link applyProgramme} would do with a file; writes nothing.
 * @param locale the reader's: names are given in it, and Latin texts whose language the file doesn't say are taken
 * to be in it
 */
export async function previewProgramme(
  db: Source,
  actor: Actor,
  source: ProgrammeSource,
  locale: Locale,
): Promise<ProgrammePreview> {
  const read = readProgrammeFile(source.bytes);
  if (!(await mayImport(db, actor, source.workshopId ?? null)))
    return emptyPreview(read, refusal('events_import_not_allowed'));
  return (await planProgramme(db, actor, { read, locale, workshopId: source.workshopId })).preview;
}

/**
 * Creates what a file's preview says, as a person confirmed it: all of it in one transaction or, where anything
 * stands in the way, nothing; the answer says which. What is here already stays as it is, so that a second run of
 * the same file creates nothing.
 */
export async function applyProgramme(
  target: Target,
  actor: Actor,
  source: ProgrammeSource,
  choices: ProgrammeChoices,
  locale: Locale,
): Promise<ProgrammePreview> {
  const read = readProgrammeFile(source.bytes);
  const apply = () =>
    inTransaction(target, async (tx) => {
      if (!(await mayImport(tx, actor, source.workshopId ?? null)))
        return emptyPreview(read, refusal('events_import_not_allowed'));
      if (choices.digest !== read.digest) return emptyPreview(read, refusal('events_import_another_file'));
      const { workshopId } = source;
      const plan = await planProgramme(tx, actor, { read, locale, workshopId, choices });
      return isImportable(plan.preview) ? write(tx, actor, plan) : plan.preview;
    });
  // Two imports at once would make one person twice.
  const preview = 'reader' in target ? await target.exclusively('import programme', apply) : await apply();
  return preview ?? emptyPreview(read, refusal('events_import_busy'));
}

function refusal(reason: ProgrammeProblem['reason']): ProgrammeProblem {
  return { line: null, reason, values: {}, severity: 'error' };
}

/** Writes a plan. It has checked what a change may refuse: a refusal now is a fault, and undoes everything. */
async function write(tx: Transaction, actor: Actor, plan: ProgrammePlan): Promise<ProgrammePreview> {
  const { preview, newWorkshop, newPeople, newItems } = plan;
  const made = newWorkshop && done(await createWorkshop(tx, actor, newWorkshop)).id;
  const workshopId = made ?? preview.workshop!.id!;
  // Who makes a workshop is its facilitator from then on.
  const writer = made ? facilitating(actor, made) : actor;
  const ids = new Map(preview.people.flatMap(({ key, id }) => (id === null ? [] : [[key, id] as const])));
  for (const { key, input } of newPeople) ids.set(key, done(await createPerson(tx, actor, input)).id);
  for (const { input, contributions } of newItems) {
    const { id: itemId } = done(await createItem(tx, writer, { ...input, workshopId }));
    for (const [index, { person, part }] of contributions.entries()) {
      const contribution = { itemId, position: index + 1, part, personId: ids.get(person)! };
      done(await createContribution(tx, writer, contribution));
    }
  }
  return { ...preview, applied: true, workshop: { ...preview.workshop!, id: workshopId } };
}

function facilitating(actor: Actor, workshopId: string): Actor {
  const grant = { role: 'facilitator', scope: 'workshop', on: workshopId } as const;
  return { ...actor, grants: [...actor.grants, grant] };
}
