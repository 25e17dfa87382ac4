import { LARGEST_FILE } from '../files/model.ts';

/** The largest body that anything is sent in: a file and what is said of it. */
export const LARGEST_BODY = LARGEST_FILE + 1024 * 1024;

/** The largest body of everything else: what people type. */
export const LARGEST_FORM = 1024 * 1024;

/** What the adapter of the pages would take from the environment by itself (its documentation, “Environment”). */
const ownVariables = [
  'SOCKET_PATH',
  'HOST',
  'ORIGIN',
  'XFF_DEPTH',
  'ADDRESS_HEADER',
  'PROTOCOL_HEADER',
  'HOST_HEADER',
  'PORT_HEADER',
  'BODY_SIZE_LIMIT',
  'SHUTDOWN_TIMEOUT',
  'IDLE_TIMEOUT',
  'KEEP_ALIVE_TIMEOUT',
  'HEADERS_TIMEOUT',
];

/**
 * Settles what the pages' adapter finds in the environment, before the build is imported: the header that the front
 * itself sets, and a limit for bodies beyond which the front lets none through. A variable that happens to bear one of
 * its names says nothing to the node.
 */
export function settleAdapter(variables: Record<string, string | undefined>): void {
  for (const name of ownVariables) delete variables[name];
  variables['BODY_SIZE_LIMIT'] = String(LARGEST_BODY);
  variables['PROTOCOL_HEADER'] = 'x-forwarded-proto';
}
