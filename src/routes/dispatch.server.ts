import type { Dossier } from '#events/dossier/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { locales } from '#platform/locale/locale.ts';
import { lettersOf } from '#publication/dispatches/exports.server.ts';
import { dispatchMail } from '#publication/dispatches/mail.ts';
import type { PressNoteRow } from '#publication/press-notes/model.ts';
import { countConcerned, reachOf } from '#publication/subscriptions/queries.server.ts';

/** The letters that subscribers would get of a note, in each language, with how many read it. */
export async function lettersToSend(locals: App.Locals, dossier: Dossier, note: PressNoteRow) {
  const db = locals.db.reader;
  const counts = await countConcerned(db, await reachOf(db, dossier));
  const told = lettersOf(note, dossier.workshop, locals.publicUrl, locals.clock());
  return locales.map((locale) => {
    // Each subscriber has a link of their own here.
    const manage = `${locals.publicUrl}${localized('/subscribe', locale)}`;
    const { subject, text } = dispatchMail(locale, told[locale], manage);
    return { locale, subject, text, count: counts[locale] ?? 0 };
  });
}
