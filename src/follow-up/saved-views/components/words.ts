import type { SavedViewRow } from '../model.ts';

/** Where a view is read, as an address without its language. */
export function savedAddress({ register, query }: Pick<SavedViewRow, 'register' | 'query'>): string {
  return [`/${register}`, query].filter(Boolean).join('?');
}
