/**
 * Keeps a page that is left open as fresh as its server: at the instant at which the page changes by itself, it
 * asks for it again and renews the parts that say so (`data-fresh`, with an id). The script's own element tells
 * the instant (`data-until`); a page without one has nothing more to wait for.
 */
const script = document.querySelector<HTMLScriptElement>('script[data-until]');

const SECOND = 1_000;
/** The longest wait, in milliseconds: timers can't hold more than 24 days, and clocks drift. */
const LONGEST = 43_200 * SECOND;

let until = Date.parse(script?.dataset['until'] ?? '');
/** How far the server's clock is ahead of ours, in milliseconds. */
let ahead = 0;
/** Looks in a row that brought nothing new when something was due. */
let vain = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let looking = false;

const left = () => until - Date.now() - ahead;

/** Looks again when the page changes, not in the same moment as everyone else; in vain, ever more seldom. */
function wait(): void {
  clearTimeout(timer);
  if (Number.isNaN(until)) return;
  const again = vain > 0 ? Math.min(2 ** vain * 2.5, 300) * SECOND : 0;
  timer = setTimeout(look, Math.min(Math.max(left(), again), LONGEST) + Math.random() * SECOND);
}

async function look(): Promise<void> {
  // Nobody reads a hidden page; it looks as soon as it is seen.
  if (looking || document.hidden || Number.isNaN(until)) return;
  looking = true;
  try {
    const answer = await fetch(location.pathname + location.search, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(30 * SECOND),
    });
    if (answer.status >= 500) throw new Error(String(answer.status));
    // The server dates its answer to the second, so we are never early.
    ahead = Date.parse(answer.headers.get('date') ?? '') - Date.now() || 0;
    const page = answer.ok ? await answer.text() : '';
    renew(new DOMParser().parseFromString(page, 'text/html'));
    vain = left() > 0 ? 0 : vain + 1;
  } catch {
    vain += 1;
  }
  looking = false;
  wait();
}

/** Takes over from a newer copy of the page what it says of the present. A page that is gone ends the wait. */
function renew(page: Document): void {
  const reader = document.activeElement;
  const place = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const before = place?.getBoundingClientRect().top ?? 0;
  for (const part of document.querySelectorAll('[data-fresh]')) {
    const newer = page.getElementById(part.id);
    if (newer) become(part, newer);
  }
  // What the reader was on, and what stood before their eyes, stays there.
  if (reader instanceof HTMLAnchorElement && !reader.isConnected) {
    const same = document.querySelector<HTMLElement>(`main a[href="${reader.getAttribute('href')}"]`);
    same?.focus({ preventScroll: true });
  }
  if (place?.isConnected) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: 'instant' });
  until = Date.parse(page.querySelector<HTMLElement>('script[data-until]')?.dataset['until'] ?? '');
}

/** Makes an element the same as a newer one, leaving alone what is the same already. */
function become(element: Element, newer: Element): void {
  if (element.isEqualNode(newer)) return;
  for (const name of new Set([...element.getAttributeNames(), ...newer.getAttributeNames()])) {
    const value = newer.getAttribute(name);
    if (value === null) element.removeAttribute(name);
    else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
  }
  const [now, then] = [[...element.childNodes], [...newer.childNodes]];
  if (now.length !== then.length || now.some((node, at) => node.nodeName !== then[at]!.nodeName)) {
    element.replaceChildren(...then);
    return;
  }
  now.forEach((node, at) => {
    if (node instanceof Element) become(node, then[at] as Element);
    else if (node.nodeValue !== then[at]!.nodeValue) node.nodeValue = then[at]!.nodeValue;
  });
}

for (const seen of ['visibilitychange', 'online'] as const) addEventListener(seen, () => void look());
// To know the server's time is worth a request where the page may change while it is read.
if (left() < LONGEST) void look();
else wait();
