import type { TestNode } from './node.ts';

/** The id of one of the demonstration's accounts. @param account its key in demo/accounts.ts */
export async function demonstrationAccount(node: TestNode, account: string): Promise<string> {
  const row = await node.services.db.reader
    .selectFrom('accounts')
    .select('id')
    .where('personal_email', '=', `${account}@demonstration.invalid`)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Opens a session of a demonstration account. @returns its cookie, as a request carries it */
export async function openSession(node: TestNode, account: string): Promise<string> {
  return cookieOf(node, await demonstrationAccount(node, account));
}

/** Opens a session of an account. @returns its cookie, as a request carries it */
export async function cookieOf(node: TestNode, accountId: string): Promise<string> {
  const signIn = await node.services.signIn();
  const headers = new Headers({ host: new URL(node.publicUrl).host });
  const { cookies } = await signIn.open(accountId, headers);
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

/**
 * Sends a form as a browser does, with the origin of the node's own pages unless another is given.
 * @param fields as FormData where a file is among them
 */
export function post(
  node: TestNode,
  path: string,
  fields: Record<string, string> | FormData,
  { cookie = '', origin = node.publicUrl }: { cookie?: string; origin?: string } = {},
): Promise<Response> {
  return fetch(node.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin, cookie },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  });
}
