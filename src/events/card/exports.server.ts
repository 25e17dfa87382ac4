import { cardPng } from '#formats/card/card.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import { formWord } from '../components/words.ts';
import { workshopCard } from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';

/** The picture that stands for a workshop where it is shared. Apart from the other files: it loads the drawing engine. */
export async function workshopCardPng(dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> {
  const png = await cardPng({
    ...workshopCard(dossier),
    locale: getLocale(),
    eyebrow: formWord(dossier.workshop.form),
    networkName: m.publication_network_name(),
  });
  return new Uint8Array(png);
}
