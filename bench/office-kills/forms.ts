/** What a browser would send of a form: names with values, in the order of the page. */
export type Entries = [name: string, value: string][];

/**
 * The entries of the first form of a page that has an attribute, filled as the page fills them.
 * @param attribute as it is written, with its value: it names the control by which the form is known
 * @returns null where the page has no such form
 */
export function formIn(html: string, attribute: string): Entries | null {
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((found) => found.includes(attribute));
  if (!form) return null;
  const entries: Entries = [];
  const controls = form.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  );
  for (const [, input, textarea, text = '', select, options = ''] of controls) {
    const attributes = input ?? textarea ?? select ?? '';
    const name = attributeOf(attributes, 'name');
    if (!name) continue;
    if (input !== undefined) {
      const type = attributeOf(input, 'type');
      if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(input)) continue;
      if (type !== 'file') entries.push([name, attributeOf(input, 'value') ?? '']);
    } else if (textarea !== undefined) entries.push([name, resolve(text)]);
    else {
      const chosen = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
      const selected = chosen.find((option) => /\sselected\b/.test(option)) ?? chosen[0] ?? '';
      entries.push([name, attributeOf(selected, 'value') ?? '']);
    }
  }
  return entries;
}

/** A form with some of its controls filled in otherwise. */
export function filledIn(entries: Entries, values: Record<string, string>): Entries {
  const rest = entries.filter(([name]) => !(name in values));
  return [...rest, ...Object.entries(values)];
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : resolve(found);
}

function resolve(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!);
}
