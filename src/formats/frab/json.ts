/** JSON whose values know their lines: jsonc-parser's tree, asked only of texts that are JSON and within bounds. */
import { parseTree, visit, type Node } from 'jsonc-parser';
import { lineFinder } from '../schedule/lines.ts';
import { scheduleLimits, type ScheduleFault, type ScheduleProblem } from '../schedule/model.ts';

export interface JsonFault {
  line: number;
  reason: ScheduleFault;
  values: ScheduleProblem['values'];
}

/** A value of a JSON text. */
export class Json {
  readonly #node: Node;
  readonly #lineAt: (offset: number) => number;

  constructor(node: Node, lineAt: (offset: number) => number) {
    this.#node = node;
    this.#lineAt = lineAt;
  }

  get line(): number {
    return this.#lineAt(this.#node.offset);
  }

  get isObject(): boolean {
    return this.#node.type === 'object';
  }

  /** The elements of an array; none of anything else. */
  get items(): Json[] {
    return this.#node.type === 'array' ? (this.#node.children ?? []).map((node) => this.#of(node)) : [];
  }

  /** The members of an object; none of anything else. */
  get entries(): [name: string, value: Json][] {
    return this.#members().map(([name, value]) => [name, this.#of(value)]);
  }

  /** A member of an object, the last one of that name; undefined where there is none, or null stands there. */
  at(name: string): Json | undefined {
    const member = this.#members().findLast(([key]) => key === name)?.[1];
    return member && member.type !== 'null' ? this.#of(member) : undefined;
  }

  /** A member that is a text or a number, as a text; null for anything else. */
  text(name: string): string | null {
    const member = this.at(name);
    if (!member) return null;
    const { type, value } = member.#node;
    return type === 'string' || type === 'number' ? String(value) : null;
  }

  #of(node: Node): Json {
    return new Json(node, this.#lineAt);
  }

  #members(): [string, Node][] {
    if (this.#node.type !== 'object') return [];
    return (this.#node.children ?? []).flatMap((property): [string, Node][] => {
      const [key, value] = property.children ?? [];
      return key && value ? [[String(key.value), value]] : [];
    });
  }
}

/** The value of a JSON text (RFC 8259), or why it has none. */
export function parseJson(text: string): { root: Json } | JsonFault {
  const lineAt = lineFinder(text);
  const beyond = scanJson(text);
  if (beyond) return { line: lineAt(beyond.offset), reason: beyond.reason, values: { limit: beyond.limit } };
  try {
    JSON.parse(text);
  } catch {
    return { line: lineAt(firstFault(text)), reason: 'json-broken', values: {} };
  }
  const root = parseTree(text);
  return root ? { root: new Json(root, lineAt) } : { line: 1, reason: 'json-broken', values: {} };
}

/**
 * Counts nesting and values before a parser does: it takes a call for each level, and memory for each value.
 * Strings are passed over as JSON has them.
 */
function scanJson(text: string): { offset: number; reason: ScheduleFault; limit: number } | null {
  const most = scheduleLimits.parts * 2;
  let [depth, values, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (inString) {
      if (character === '\\') at += 1;
      else inString = character !== '"';
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    else if (character !== ',' && character !== ':') continue;
    if (depth > scheduleLimits.depth) return { offset: at, reason: 'too-deep', limit: scheduleLimits.depth };
    if (!inString && ++values > most) return { offset: at, reason: 'too-many-parts', limit: most };
  }
  return null;
}

/** Where a text first stops being JSON. */
function firstFault(text: string): number {
  let offset = text.length;
  const found = new Error();
  try {
    visit(text, {
      onError(_error, at) {
        offset = at;
        throw found;
      },
      onComment(at) {
        offset = at;
        throw found;
      },
    });
  } catch (error) {
    if (error !== found) throw error;
  }
  return offset;
}
