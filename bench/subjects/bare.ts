import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer to repeat. */
export interface BareAnswer {
  status: number;
  /** Name, value, name, value. */
  headers: string[];
  body: string;
}

/**
 * The ceiling: `node:http` alone, which answers every request with the same bytes under the same headers and
 * looks at nothing.
 */
process.once('message', ({ status, headers, body }: BareAnswer) => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => {
    process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
process.on('disconnect', () => process.exit());
