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
 * Settles what the pages' adapter finds in the environment, before the build is imported: the limits and the
 * header that the front itself sets. A variable that happens to bear one of its names says nothing to the node.
 */
export function settleAdapter(variables: Record<string, string | undefined>): void {
  for (const name of ownVariables) delete variables[name];
  variables['BODY_SIZE_LIMIT'] = '1M';
  variables['PROTOCOL_HEADER'] = 'x-forwarded-proto';
}
