/** What subscribers are told of a workshop: the beginning of its press note, and where there is more. */
import { phaseOf, type WorkshopRow } from '#events/workshops/model.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { partsOf, type PressNoteRow } from '../press-notes/model.ts';
import { dispatchMail } from './mail.ts';
import type { Letters, Telling } from './model.ts';

/** How many paragraphs of the note a letter holds: the rest is read on its page. */
const TOLD = 3;

/** What is told in each language; one that the note has not is told in the language the note was written in. */
export function lettersOf(note: PressNoteRow, workshop: WorkshopRow, publicUrl: string, at: Date): Letters {
  const tell = (locale: Locale): Telling => {
    const to = (address: string) => publicUrl + localized(`/workshops/${workshop.slug}${address}`, locale);
    const say = [{}, { locale }] as const;
    const paragraphs = partsOf(requiredPassage(note, 'text', locale).text).flatMap((part) =>
      part.kind === 'paragraph' ? [part.text] : [],
    );
    return {
      title: requiredPassage(note, 'title', locale).text,
      text: paragraphs.slice(0, TOLD),
      items: [
        { text: m.publication_press_note(...say), href: to('/press-note') },
        { text: m.publication_dispatch_page(...say), href: to('') },
        ...(phaseOf(workshop, at).phase === 'past'
          ? [{ text: m.publication_proceedings(...say), href: to('/proceedings') }]
          : []),
      ],
    };
  };
  return Object.fromEntries(locales.map((locale) => [locale, tell(locale)])) as Letters;
}

/** The letters as they would be sent now, in each language; each subscriber has an address of their own at the end. */
export function previewsOf(...given: Parameters<typeof lettersOf>) {
  const [, , publicUrl] = given;
  const letters = lettersOf(...given);
  return locales.map((locale) => {
    const manage = publicUrl + localized('/subscribe', locale);
    const { subject, text } = dispatchMail(locale, letters[locale], manage);
    return { locale, subject, text };
  });
}
