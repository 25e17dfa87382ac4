import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lineAt, textOf } from './files.ts';
import { parseMessage, type Message } from './message.ts';
import type { Refusal } from './refusal.ts';

export const locales = ['fr', 'ar', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The messages of one room in one language. */
export interface Catalogue {
  room: string;
  locale: Locale;
  file: string;
  messages: Map<string, Message & { line: number }>;
}

/** Reads messages/<room>/<locale>.json; what cannot be read is refused and left out. */
export function readCatalogues(root: string): { catalogues: Catalogue[]; refusals: Refusal[] } {
  const catalogues: Catalogue[] = [];
  const refusals: Refusal[] = [];
  const folder = join(root, 'messages');
  const rooms = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  for (const room of rooms) {
    for (const locale of locales) {
      const file = `messages/${room}/${locale}.json`;
      if (!existsSync(join(root, file))) {
        refusals.push({
          file,
          rule: `${room} has no messages in ${locale}`,
          instead: 'write the file with the same keys as the other two.',
        });
        continue;
      }
      const text = textOf(root, file);
      const catalogue: Catalogue = { room, locale, file, messages: new Map() };
      catalogues.push(catalogue);
      try {
        for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
          if (key === '$schema') continue;
          const line = lineAt(text, Math.max(text.indexOf(`"${key}":`), 0));
          const message = parseMessage(value);
          if (message) catalogue.messages.set(key, { ...message, line });
          else {
            refusals.push({
              file,
              line,
              rule: `${key} is neither a text nor [{ declarations, selectors, match }]`,
              instead: 'keep messages flat; see the variants of a message that counts.',
            });
          }
        }
      } catch (error) {
        refusals.push({
          file,
          rule: `this is not JSON: ${(error as Error).message}`,
          instead: 'correct the syntax.',
        });
      }
    }
  }
  return { catalogues, refusals };
}
