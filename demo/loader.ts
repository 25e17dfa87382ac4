import { createLink } from '#network/links/changes.server.ts';
import { targets, type Relation, type RecordRef } from '#network/links/model.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { Links } from './links.ts';

/** Who writes the demonstration network. */
export const demonstration = systemActor('demonstration');

/** Remembers under which id each key was written, and the links to write once every record stands. */
export class Loader {
  readonly #tx: Transaction;
  readonly #ids = new Map<string, string>();
  readonly #links: { from: RecordRef; links: Links }[] = [];

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** The id of a record written, for later reference by its key. @throws Error where it was refused. */
  keep(kind: RecordKind, key: string, outcome: Outcome<{ id: string }>, links: Links = {}): string {
    const { id } = this.check(outcome);
    this.#ids.set(`${kind}/${key}`, id);
    this.#links.push({ from: { kind, id }, links });
    return id;
  }

  /** What a change wrote. @throws Error where it was refused. */
  check(outcome: Outcome<{ id: string }>): { id: string } {
    return done(outcome);
  }

  /** @throws Error where no record of that kind was kept under the key. */
  id(kind: RecordKind, key: string): string {
    const id = this.#ids.get(`${kind}/${key}`);
    if (!id) throw new Error(`The demonstration network has no ${kind} named ${key}`);
    return id;
  }

  optionalId(kind: RecordKind, key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.id(kind, key);
  }

  async writeLinks(): Promise<void> {
    for (const { from, links } of this.#links)
      for (const [relation, keys] of Object.entries(links) as [Relation, readonly string[]][])
        for (const [index, key] of keys.entries()) {
          const to: RecordRef = { kind: targets[relation], id: this.id(targets[relation], key) };
          done(await createLink(this.#tx, demonstration, { from, relation, to, position: index + 1 }));
        }
  }

  /** How many records this transaction wrote, as the journal has them. */
  async written(): Promise<number> {
    const { count } = await this.#tx
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('actor_id', '=', demonstration.id)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}
