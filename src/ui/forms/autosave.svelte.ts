import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';

/** How long after the last key a draft is kept, in milliseconds. */
const PAUSE = 900;

/** How long until a draft that could not be sent is tried again, in milliseconds. */
const RETRY = 5_000;

/** How long a draft may be on its way, in milliseconds. */
const LONGEST = 10_000;

/** Names of what this device keeps of forms; signing out clears them. */
export const DEVICE_PREFIX = 'indimaj-form:';

type Entries = [name: string, value: string][];

/** Keeps what is typed into a form: on this device at once, on the node as soon as it can be reached. */
export class Autosave {
  state = $state<'idle' | 'typing' | 'kept' | 'device' | 'unsent'>('idle');
  /** What this device kept of the form and the node never got. */
  found = $state<{ at: string; entries: Entries } | null>(null);
  #form: HTMLFormElement | undefined;
  #address = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<void> | undefined;

  /** Follows a form. @returns how to stop */
  watch(form: HTMLFormElement, address: string): () => void {
    this.#form = form;
    this.#address = address;
    const kept = this.#read();
    if (kept && JSON.stringify(kept.entries) !== JSON.stringify(entriesOf(form))) this.found = kept;
    const typed = () => {
      this.state = 'typing';
      this.#keepHere();
      this.#later(PAUSE);
    };
    const online = () => {
      if (this.state === 'device') this.#later(0);
    };
    form.addEventListener('input', typed);
    addEventListener('online', online);
    // What was typed before the script arrived counts as well.
    if (!this.found && isTouched(form)) typed();
    return () => {
      clearTimeout(this.#timer);
      form.removeEventListener('input', typed);
      removeEventListener('online', online);
    };
  }

  /** The form is about to leave: a draft under way arrives before it, none after. */
  async sending(): Promise<void> {
    clearTimeout(this.#timer);
    this.#keepHere();
    await this.#underWay;
  }

  /** The node has it. */
  saved(): void {
    localStorage.removeItem(DEVICE_PREFIX + this.#address);
  }

  /** The form was sent and its change is made: nothing is left to keep. */
  sent(): void {
    this.forget();
    this.state = 'idle';
  }

  /** The form did not reach the node. */
  unsent(): void {
    this.state = 'unsent';
  }

  forget(): void {
    this.saved();
    this.found = null;
  }

  /** Puts what this device kept back into the form. */
  takeBack(): void {
    const { entries = [] } = this.found ?? {};
    const form = this.#form;
    if (!form) return;
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
        control.checked = entries.some(([name, value]) => name === control.name && value === control.value);
      else if (isText(control)) {
        const entry = entries.find(([name]) => name === control.name);
        if (entry && control.type !== 'hidden') control.value = entry[1];
      }
    }
    this.found = null;
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  words(): string {
    if (this.state === 'kept') return m.ui_form_kept();
    if (this.state === 'device') return m.ui_form_kept_here();
    return '';
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#underWay = this.#send()), milliseconds);
  }

  async #send(): Promise<void> {
    const form = this.#form;
    if (!form) return;
    const entries = entriesOf(form);
    const answer = await fetch(localized('/drafts', getLocale()), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: this.#address, entries }),
      signal: AbortSignal.timeout(LONGEST),
    }).catch(() => null);
    if (JSON.stringify(entries) !== JSON.stringify(entriesOf(form))) return;
    if (answer?.ok) {
      this.saved();
      this.state = 'kept';
      return;
    }
    this.state = 'device';
    if (!answer) this.#later(RETRY);
  }

  #keepHere(): void {
    if (!this.#form) return;
    const kept = { at: new Date().toISOString(), entries: entriesOf(this.#form) };
    try {
      localStorage.setItem(DEVICE_PREFIX + this.#address, JSON.stringify(kept));
    } catch {
      // A device that is full or keeps nothing: the node's draft remains.
    }
  }

  #read(): { at: string; entries: Entries } | null {
    try {
      return JSON.parse(localStorage.getItem(DEVICE_PREFIX + this.#address) ?? 'null');
    } catch {
      return null;
    }
  }
}

function isText(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}

/** Whether any control holds something else than the page came with. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (control) =>
      (control instanceof HTMLTextAreaElement && control.value !== control.defaultValue) ||
      (control instanceof HTMLInputElement &&
        (control.value !== control.defaultValue || control.checked !== control.defaultChecked)),
  );
}

function entriesOf(form: HTMLFormElement): Entries {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !/^(choice|theirs) of /.test(name)
      ? [[name, value] as [string, string]]
      : [],
  );
}
