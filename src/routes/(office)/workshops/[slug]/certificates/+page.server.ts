import { dayOf } from '#platform/clock/due.ts';
import { certificateFields } from '#publication/letters/components/fields.ts';
import { certifiable, certificatePaper, paperFiles } from '#publication/letters/exports.server.ts';
import { certificateInput } from '#publication/letters/schema.ts';
import { dossierAt } from '../../../../dossier.server.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { demonstrates, exercises, markedName } from '../../../../exercise.server.ts';
import { fill } from '../../../../filled.server.ts';
import { openForm } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const dossier = await dossierAt(event.locals, workshop.slug);
  const language = event.locals.locale;
  return {
    ...headOf(workshop),
    options: { contribution: certifiable(dossier, event.locals.locale) },
    form: await openForm(event, { language, date: dayOf(event.locals.clock()) }),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    const workshop = await editedWorkshop(event);
    const dossier = await dossierAt(locals, workshop.slug);
    const setting = {
      publicUrl: locals.publicUrl,
      exercise: await exercises(locals),
      demonstration: await demonstrates(locals),
    };
    return fill(event, { fields: certificateFields, schema: certificateInput }, async (input) =>
      paperFiles(
        certificatePaper(dossier, input, setting),
        await markedName(locals, `${workshop.slug}-certificate-${input.language}`),
      ),
    );
  },
};
