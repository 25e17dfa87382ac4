import { cardPng } from '#formats/card/card.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import { formatDates } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import { formWord } from '../components/words.ts';
import { location } from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';

/** The picture that stands for a workshop where it is shared. Apart from the other files: it loads the drawing engine. */
export async function workshopCardPng({ workshop }: Dossier): Promise<Uint8Array<ArrayBuffer>> {
  const png = await cardPng({
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
