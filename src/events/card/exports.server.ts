import { cardPng, type Shape } from '#formats/card/card.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import { formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import { passage, requiredPassage } from '#platform/locale/text.ts';
import { formWord } from '../components/words.ts';
import { location } from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';

/** The picture that stands for a workshop where it is shared. Apart from the other files: it loads the drawing engine. */
export async function workshopCardPng(
  { workshop }: Dossier,
  shape: Shape = 'wide',
): Promise<Uint8Array<ArrayBuffer>> {
  const png = await cardPng({
    shape,
    title: read(workshop, 'title').text,
    lines: [formatDates(workshop.starts_on, workshop.ends_on, getLocale()), location(workshop)].filter(
      Boolean,
    ),
    locale: getLocale(),
    eyebrow: formWord(workshop.form),
    networkName: m.publication_network_name(),
  });
  return new Uint8Array(png);
}

/** What the picture says, for who doesn’t see it. */
export function cardWords({ workshop }: Dossier, locale: Locale): string {
  const place = (['venue', 'city'] as const).flatMap((field) => passage(workshop, field, locale)?.text ?? []);
  return [
    requiredPassage(workshop, 'title', locale).text,
    formatDates(workshop.starts_on, workshop.ends_on, locale),
    place.join(m.ui_comma({}, { locale })),
    m.publication_network_name({}, { locale }),
  ]
    .filter(Boolean)
    .join(' · ');
}
