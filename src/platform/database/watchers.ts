/** Listeners of commits; calls within one turn of the event loop are merged. */
export class Watchers {
  readonly #listeners = new Set<() => void>();
  #due = false;

  get size(): number {
    return this.#listeners.size;
  }

  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  call(): void {
    for (const listener of this.#listeners) listener();
  }

  callSoon(): void {
    if (this.#due) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      this.call();
    });
  }
}
