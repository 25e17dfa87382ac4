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

/** What may be wrong with a variable. */
export type EnvironmentReason = 'not-a-port' | 'not-postgres' | 'not-a-web-address' | 'has-a-path';

/** One variable that cannot be used; the command line puts it into words. */
export interface EnvironmentProblem {
  variable: string;
  reason: EnvironmentReason;
  /** What was given; absent where it may hold a password. */
  value?: string;
}

/** Says which variables are wrong, and why. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly problems: EnvironmentProblem[];
  constructor(problems: EnvironmentProblem[]) {
    super(problems.map(({ variable, reason }) => `${variable}: ${reason}`).join('\n'));
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
  const problems: EnvironmentProblem[] = [];
  const given = (variable: string) => variables[variable]?.trim() || undefined;
  const check = <T>(variable: string, parse: (text: string) => { ok: T } | EnvironmentReason) => {
    const value = given(variable);
    if (value === undefined) return undefined;
    const parsed = parse(value);
    if (typeof parsed === 'object') return parsed.ok;
    problems.push(
      parsed === 'not-postgres' ? { variable, reason: parsed } : { variable, reason: parsed, value },
    );
    return undefined;
  };

  const port = check('PORT', parsePort);
  const databaseUrl = check('DATABASE_URL', parseDatabaseUrl);
  const publicUrl = check('INDIMAJ_URL', parsePublicUrl);
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    port: port ?? 3000,
    portAsked: port !== undefined,
    dataFolder: resolve(folder, given('INDIMAJ_DATA') ?? 'data'),
    databaseUrl,
    publicUrl,
  };
}

function parsePort(text: string): { ok: number } | EnvironmentReason {
  return /^\d+$/.test(text) && Number(text) <= 65_535 ? { ok: Number(text) } : 'not-a-port';
}

function parseDatabaseUrl(text: string): { ok: string } | EnvironmentReason {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? { ok: text } : 'not-postgres';
}

function parsePublicUrl(text: string): { ok: string } | EnvironmentReason {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return 'not-a-web-address';
  if (url.pathname !== '/' || url.search || url.hash) return 'has-a-path';
  return { ok: url.origin };
}
