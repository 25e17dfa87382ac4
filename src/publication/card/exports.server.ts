import { cardPng } from '#formats/card/card.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';

/** The picture that stands for the network's front page where it is shared. */
export async function networkCardPng(): Promise<Uint8Array<ArrayBuffer>> {
  const png = await cardPng({
    locale: getLocale(),
    eyebrow: m.publication_tagline(),
    title: m.publication_home_title(),
    lines: [],
    networkName: m.publication_network_name(),
  });
  return new Uint8Array(png);
}
