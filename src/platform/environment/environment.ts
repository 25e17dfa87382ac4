import { resolve } from 'node:path';

/** Everything a node takes from its environment; the command line may override each. */
export interface Environment {
  port: number;
  /** True where the port was asked for: it is then not changed when taken. */
  portAsked: boolean;
  dataFolder: string;
  databaseUrl: string | undefined;
  /** The public address without a trailing slash; undefined means http://localhost and the port. */
  publicUrl: string | undefined;
}

/** Says which variable is wrong, why, and what it should look like. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads and checks the environment as a whole.
 * @throws EnvironmentError with every problem found, not only the first.
 */
export function readEnvironment(
  variables: Record<string, string | undefined>,
  folder = process.cwd(),
): Environment {
  const problems: string[] = [];
  const value = (name: string) => variables[name]?.trim() || undefined;
  const check = <T>(name: string, parse: (text: string) => T | string): T | undefined => {
    const text = value(name);
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if (typeof parsed !== 'string') return parsed;
    problems.push(`${name}: ${parsed}`);
    return undefined;
  };

  const port = check('PORT', (text) => {
    const number = Number(text);
    return /^\d+$/.test(text) && number <= 65_535
      ? number
      : `“${text}” is not a port; give a number from 0 to 65535.`;
  });
  const databaseUrl = check('DATABASE_URL', (text) =>
    /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
      ? { text }
      : 'is not a PostgreSQL address; write postgres://user:password@host:5432/name, or leave it out for the embedded database.',
  )?.text;
  const publicUrl = check('INDIMAJ_URL', (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol))
      return `“${text}” is not a web address; write for example https://indimaj.example.org.`;
    if (url.pathname !== '/' || url.search || url.hash || url.username)
      return `“${text}” must be an address without a path; write ${url.origin}.`;
    return { origin: url.origin };
  })?.origin;
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    port: port ?? 3000,
    portAsked: port !== undefined,
    dataFolder: resolve(folder, value('INDIMAJ_DATA') ?? 'data'),
    databaseUrl,
    publicUrl,
  };
}
