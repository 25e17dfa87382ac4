import { ORGANISERS } from '#events/policy.ts';
import { m } from '#messages';
import { dayOf } from '#platform/clock/due.ts';
import { read } from '#platform/locale/reader.ts';
import { letterFields } from '#publication/letters/components/fields.ts';
import { letterPaper, paperFiles } from '#publication/letters/exports.server.ts';
import { letterInput } from '#publication/letters/schema.ts';
import { dossierAt } from '../../../../dossier.server.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { demonstrates, exercises, markedName } from '../../../../exercise.server.ts';
import { fill } from '../../../../filled.server.ts';
import { openForm } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const language = event.locals.locale;
  const { organisations } = await dossierAt(event.locals, workshop.slug);
  const institution = organisations
    .filter(({ relation }) => (ORGANISERS as readonly string[]).includes(relation))
    .map((organisation) => read(organisation, 'name').text);
  return {
    ...headOf(workshop),
    // In the language of the page, which the letter is first offered in; whoever writes changes what doesn't fit.
    form: await openForm(event, {
      language,
      date: dayOf(event.locals.clock()),
      institution: institution.join('\n'),
      object: m.publication_letter_object_proceedings({ title: read(workshop, 'title').text }),
    }),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    const workshop = await editedWorkshop(event);
    const setting = {
      publicUrl: locals.publicUrl,
      exercise: await exercises(locals),
      demonstration: await demonstrates(locals),
    };
    return fill(event, { fields: letterFields, schema: letterInput }, async (input) =>
      paperFiles(
        letterPaper(input, setting),
        await markedName(locals, `${workshop.slug}-letter-${input.language}`),
      ),
    );
  },
};
