/**
 * An address as it is written in one way only (RFC 3986, section 6.2.2): without empty parts, dots that lead
 * up, a fragment, or escapes where none is needed. Pages are kept under their address, so two ways to write
 * one would keep a page twice, and as many ways as somebody cares to invent.
 * @param target what was asked for, beginning with a slash
 * @param origin the node's own
 * @returns the path with its query; the same as `target` where that was written so
 */
export function canonical(target: string, origin: string): string {
  // The origin stands before it as text: resolved against the origin, `//name` would name another host.
  const { pathname, search } = new URL(origin + target);
  const path = pathname.replace(/%[0-9a-f]{2}/gi, unescaped).replace(/\/{2,}/g, '/');
  const end = target.search(/[?#]/);
  const asked = end < 0 ? target : target.slice(0, end);
  return path === asked && !target.includes('#') ? target : path + search;
}

/** Letters, digits and `-._~` never need an escape; any other keeps its own, in capitals. */
function unescaped(escape: string): string {
  const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(letter) ? letter : escape.toUpperCase();
}
