import { fail, redirect } from '@sveltejs/kit';
import {
  applyProgramme,
  describeProgrammeProblem,
  isImportable,
  previewProgramme,
  type ProgrammePreview,
} from '#events/programme-imports/imports.server.ts';
import { choiceName } from '#events/programme-imports/model.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { editedWorkshop, headOf } from '../../../../../edited-workshop.server.ts';
import { sentence } from '../../../../../forms.server.ts';
import { countAsked, importedFile } from '../../../../../imported-file.server.ts';

/** Items that the page shows; of more it tells the number. */
const SHOWN = 500;

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  return { ...headOf(workshop), created: countAsked(event.url, 'created') };
};

/** A preview as the page shows it. */
function shown(preview: ProgrammePreview, locale: Locale) {
  const { digest, items, people, counts, problems } = preview;
  return {
    digest,
    people,
    counts,
    items: items.slice(0, SHOWN),
    findings: problems.map((problem) => ({
      where: problem.line === null ? null : m.network_import_line({ number: problem.line }),
      sentence: describeProgrammeProblem(problem, locale),
      severity: problem.severity === 'error' ? ('refused' as const) : problem.severity,
    })),
    importable: isImportable(preview) && counts.create > 0,
  };
}

/** Before anything is decided, everything is taken and everybody is new. */
const undecided = { leftOut: [] as number[], people: {} as Record<string, string> };

const tooMany = () =>
  fail(429, { preview: null, held: null, notice: sentence('platform_file_too_many'), decided: undecided });

export const actions = {
  preview: async (event) => {
    const { db, actor, locale } = event.locals;
    const { id: workshopId } = await editedWorkshop(event);
    const file = await importedFile(event);
    if (!file) return tooMany();
    const preview = await previewProgramme(db.reader, actor, { bytes: file.bytes, workshopId }, locale);
    const answer = { preview: shown(preview, locale), held: file.held, notice: null, decided: undecided };
    return isImportable(preview) ? answer : fail(422, answer);
  },

  confirm: async (event) => {
    const { db, actor, locale } = event.locals;
    const { id: workshopId, slug } = await editedWorkshop(event);
    const file = await importedFile(event);
    if (!file) return tooMany();
    const source = { bytes: file.bytes, workshopId };
    const now = await previewProgramme(db.reader, actor, source, locale);
    const digest = String(file.form.get('digest') ?? '');
    const decided = digest === now.digest ? decidedIn(file.form, now) : undecided;
    const answer = { preview: shown(now, locale), held: file.held, decided };
    if (isImportable(now) && now.counts.create > 0 && decided.leftOut.length === now.counts.create)
      return fail(422, { ...answer, notice: sentence('events_programme_import_none_kept') });
    const leaveOut = decided.leftOut.map((place) => now.items[place]!.key);
    const choices = { digest, people: decided.people, leaveOut };
    const done = await applyProgramme(db, actor, source, choices, locale);
    if (done.applied)
      redirect(
        303,
        `${localized(`/workshops/${slug}/programme/import`, locale)}?created=${done.counts.create}`,
      );
    // What stands in the file itself is told at its place; anything else is what came between.
    const between = isImportable(now)
      ? done.problems.find(({ severity }) => severity === 'error')
      : undefined;
    const notice = between ? describeProgrammeProblem(between, locale) : null;
    return fail(422, { ...answer, notice });
  },
};

/** What a confirmation decides: the places of items that are not ticked, and who is meant. */
function decidedIn(form: FormData, { items, people }: ProgrammePreview): typeof undecided {
  const kept = new Set(form.getAll('keep'));
  const chosen = people.flatMap(({ key, state }) => {
    const who = state === 'likely' ? form.get(choiceName(key)) : null;
    return typeof who === 'string' ? [[key, who] as const] : [];
  });
  const leftOut = items
    .slice(0, SHOWN)
    .flatMap(({ state }, place) => (state === 'new' && !kept.has(String(place)) ? [place] : []));
  return { leftOut, people: Object.fromEntries(chosen) };
}
