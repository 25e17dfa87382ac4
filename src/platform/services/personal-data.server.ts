import { instant } from '../clock/clock.ts';
import { collectHeld, collectRemains, exportDocument } from '../personal-data/collect.ts';
import type { Person } from '../personal-data/model.ts';
import { services } from './services.ts';

/** What the node holds about a person, over all that hold anything. */
export function personalDataStore(person: Person) {
  const { db, clock, publicUrl, personalData } = services();
  return {
    held: () => collectHeld(db.reader, personalData, person),
    remains: () => collectRemains(db.reader, personalData, person),
    document: async () =>
      exportDocument(await collectHeld(db.reader, personalData, person), {
        at: instant(clock),
        node: publicUrl,
      }),
  };
}
