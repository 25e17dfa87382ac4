import type { Actor } from '../actor/actor.ts';
import { changeProvider, removeProvider } from '../sign-in/provider-settings.ts';
import { listProviders, usable } from '../sign-in/providers.ts';
import { services } from './services.ts';

/** The identity providers of the network, over the node's own database and secrets. */
export function providerStore() {
  const { db, secrets, clock } = services();
  return {
    list: () => listProviders(db.reader),
    /** Those through which somebody can come: their secret is known here. */
    async usable(): Promise<{ id: string; name: string }[]> {
      const all = await listProviders(db.reader);
      const known = new Set(usable(all, secrets).map(({ id }) => id));
      return all.filter(({ id }) => known.has(id)).map(({ id, name }) => ({ id, name }));
    },
    change: (actor: Actor, input: unknown) => changeProvider(db, secrets, actor, input, clock),
    remove: (actor: Actor, id: string) => removeProvider(db, secrets, actor, id, clock),
  };
}
