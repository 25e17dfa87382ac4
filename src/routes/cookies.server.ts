import type { Cookies } from '@sveltejs/kit';

/** Hands cookies that the sign-in library wrote as headers to the answer of a form. */
export function setCookies(cookies: Cookies, headers: readonly string[]): void {
  for (const header of headers) {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const [name = '', value = ''] = split(pair);
    const given = new Map(
      attributes.map((part) => split(part.replace(/^[^=]+/, (key) => key.toLowerCase()))),
    );
    const maxAge = given.get('max-age');
    cookies.set(name, decodeURIComponent(value), {
      path: given.get('path') ?? '/',
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
      sameSite: 'lax',
      ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
    });
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
