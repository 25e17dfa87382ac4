import type { Attachment } from 'svelte/attachments';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Controls that were followed before: what stands in one at first is its own, typed perhaps before the script came. */
const known = new WeakSet<Element>();

/** Puts a value into a control whenever it changes, but never over what was typed before the script arrived. */
export function follow(value: string | boolean): Attachment<Control> {
  return (control) => {
    if (!known.has(control)) return void known.add(control);
    if (typeof value === 'string') control.value = value;
    else if (control instanceof HTMLInputElement) control.checked = value;
  };
}
