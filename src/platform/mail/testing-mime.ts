/** A message as its reader's program sees it. */
export interface Parsed {
  headers: Map<string, string>;
  text: string;
  html: string;
}

/** Reads a message of one multipart/alternative with two parts (RFC 2045–2047), for tests. */
export function parsed(raw: string): Parsed {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (!boundary) throw new Error(`No boundary: ${headers.get('content-type')}`);
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.slice(2)));
  const part = (type: string) => {
    const found = parts.filter(({ headers }) => headers.get('content-type') === `${type}; charset=utf-8`);
    if (found.length !== 1) throw new Error(`${found.length} parts of ${type}`);
    return decoded(
      found[0]!.body.replace(/\r\n$/, ''),
      found[0]!.headers.get('content-transfer-encoding') ?? '',
    );
  };
  return { headers, text: part('text/plain'), html: part('text/html') };
}

function split(part: string): { headers: Map<string, string>; body: string } {
  const end = part.indexOf('\r\n\r\n');
  const lines = part
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    if (headers.has(name.toLowerCase())) throw new Error(`Twice: ${name}`);
    headers.set(name.toLowerCase(), words(value));
  }
  return { headers, body: part.slice(end + 4) };
}

/** Encoded words of a header (RFC 2047), those side by side joined before they are read. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=(?:=\?utf-8\?\1\?[^?]*\?=)*/gi, (run) => {
      const bytes = [...run.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, how = '', text = '']) =>
        how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replace(/_/g, ' ')),
      );
      return Buffer.concat(bytes).toString('utf8');
    });
}

function decoded(body: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return bytes.toString('utf8').replace(/\r\n/g, '\n');
}

function quotedPrintable(text: string): Buffer {
  const plain = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
