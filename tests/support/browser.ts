import { chromium, type Browser, type Page } from 'playwright-core';
import { reservedSlugs } from '#platform/text/slug.ts';

let shared: Promise<Browser> | undefined;

/**
 * Starts Chromium, the one that CHROMIUM names, else Debian's; or hands on the one that an earlier file of this
 * process left. It ends with the process. `close` closes every context, and with it cookies, storage and workers.
 */
export async function startBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launch();
  const browser = await shared!;
  const close = async () => {
    for (const context of browser.contexts()) await context.close();
  };
  return new Proxy(browser, {
    get(target, name) {
      if (name === 'close') return close;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Sizes of screens, in CSS pixels. */
export const phone = { width: 360, height: 740 };
export const smallestPhone = { width: 320, height: 568 };
export const laptop = { width: 1280, height: 800 };

/**
 * Looks at many paths in a few tabs at once, each path in one tab.
 * @param tabs pages to use; they are left open
 */
export async function inTabs<T>(
  tabs: readonly Page[],
  paths: readonly T[],
  look: (tab: Page, path: T) => Promise<void>,
): Promise<void> {
  const waiting = [...paths];
  await Promise.all(
    tabs.map(async (tab) => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await look(tab, path);
    }),
  );
}

/** One path of each kind of page: `/fr/workshops/x` and `/fr/workshops/y` are of one kind. */
export function onePerKind(paths: readonly string[]): string[] {
  const kinds = new Map<string, string>();
  for (const path of paths) {
    const [, locale, noun = '', slug] = path.split('/');
    const isView = slug !== undefined && reservedSlugs.includes(slug);
    const kind = [locale, noun, slug && (isView ? slug : 'one')].join('/');
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds.values()];
}
