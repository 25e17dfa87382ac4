import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { formPace, holdToPace, type Pace } from './pace.ts';

/** How many ports after the preferred one are tried. */
const NEXT_PORTS = 20;

/** How long requests under way may take once the server is told to stop, in milliseconds. */
const GRACE = 10_000;

/** Says that the port somebody asked for is taken. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is already in use`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

/** A listening server and its end. */
export interface Listening {
  server: Server;
  port: number;
  /** Stops taking connections and resolves when requests under way are answered, or the grace is over. */
  stop(): Promise<void>;
}

/**
 * Listens on a port, or the next free one.
 * @param nextFree whether a taken port may be replaced by one of the next twenty.
 * @param paceOf how the body of a request has to arrive; all like a form's where it is left out.
 * @throws PortTaken where it may not, or none of them is free.
 */
export async function listen(
  listener: RequestListener,
  {
    host,
    port,
    nextFree,
    paceOf = () => formPace,
  }: { host: string; port: number; nextFree: boolean; paceOf?: (request: IncomingMessage) => Pace },
): Promise<Listening> {
  // Node has one limit for all bodies; ours are held by their pace, heads by Node.
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: 15_000,
    connectionsCheckingInterval: 5_000,
    keepAliveTimeout: 10_000,
  });
  server.on('request', (request, response) => {
    holdToPace(request, response, paceOf(request));
    listener(request, response);
  });
  for (let tried = port; ; tried += 1) {
    try {
      await bind(server, host, tried);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (!nextFree || tried >= port + NEXT_PORTS) throw new PortTaken(port);
    }
  }
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        // A kept-alive connection that is answering now is closed by its next idle moment.
        server.closeIdleConnections();
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.once('close', () => clearInterval(sweep));
      }),
  };
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
