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

/**
 * What a text area holds in the page itself: its text, for whoever has no script or not yet. In the browser it is
 * nothing, so that what was typed meanwhile stays. Beside it, `defaultValue` gives the text to an area that the script
 * itself makes; alone it would leave the page's area empty, and a form that is sent from there would empty the text.
 */
export function inPage(text: string): string | undefined {
  return typeof document === 'undefined' ? text : undefined;
}
