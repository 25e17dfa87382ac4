/** Content lines of RFC 5545, section 3.1: values escaped, parameters quoted, lines folded. */
import { oneLine, plainText } from '../text/text.ts';

/** TEXT of several lines (section 3.3.11). */
export function text(value: string): string {
  return escapeText(plainText(value));
}

/** TEXT of one line, where a break would only spoil a list. */
export function lineText(value: string): string {
  return escapeText(oneLine(value));
}

function escapeText(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A parameter value, quoted where it must be, with the escapes of RFC 6868. */
function parameterValue(value: string): string {
  const safe = oneLine(value).replaceAll('^', '^^').replaceAll('"', "^'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/**
 * One folded content line with its CRLF. The value must already be in the form of its type: any control
 * character left in it is refused, so that no text can start a line of its own.
 * @throws {Error} on a control character in the value.
 */
export function contentLine(
  name: string,
  value: string,
  parameters: Record<string, string | undefined> = {},
): string {
  if (/\p{Cc}/u.test(value.replaceAll('\t', ' '))) throw new Error(`${name}: control character in a value`);
  const head = Object.entries(parameters)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, parameter]) => `;${key}=${parameterValue(parameter)}`)
    .join('');
  return fold(`${name}${head}:${value}`);
}

/** Folds at 75 octets without cutting a character in two. */
export function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}
