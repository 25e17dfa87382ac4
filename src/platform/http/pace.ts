import type { IncomingMessage, ServerResponse } from 'node:http';

/** How a body has to arrive; times are in milliseconds. */
export interface Pace {
  /** The longest it may take in all. */
  longest: number;
  /** The longest that nothing of it may come. */
  stall: number;
  /** From when on its average is looked at, and the bytes a second that it has to keep. */
  grace: number;
  slowest: number;
  /** How often all of this is looked at. */
  every: number;
}

/** What people type is there at once, or somebody holds the connection for nothing. */
export const formPace: Pace = { longest: 30_000, stall: 30_000, grace: 30_000, slowest: 0, every: 1_000 };

/** A file comes as fast as a line allows: the largest one in 22 minutes at 128 kbit/s, and never stands still. */
export const filePace: Pace = {
  longest: 30 * 60_000,
  stall: 30_000,
  grace: 30_000,
  slowest: 16 * 1024,
  every: 1_000,
};

/** How a body has arrived so far: bytes, and milliseconds since its head and since the last of it. */
export interface Progress {
  bytes: number;
  elapsed: number;
  idle: number;
}

/** Whether a body keeps its pace. */
export function keepsPace({ bytes, elapsed, idle }: Progress, pace: Pace): boolean {
  if (elapsed > pace.longest || idle > pace.stall) return false;
  return elapsed <= pace.grace || bytes * 1_000 >= pace.slowest * elapsed;
}

/**
 * Cuts a request off whose body doesn't keep its pace, as Node does with its own limits (408). Bytes are counted on the
 * connection, since whoever reads the body has it for themselves.
 */
export function holdToPace(request: IncomingMessage, response: ServerResponse, pace: Pace): void {
  const { headers, socket } = request;
  if (headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0)) return;
  const begun = performance.now();
  const from = socket.bytesRead;
  let [seen, seenAt] = [from, begun];
  const look = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(look);
    const now = performance.now();
    if (socket.bytesRead > seen) [seen, seenAt] = [socket.bytesRead, now];
    if (keepsPace({ bytes: seen - from, elapsed: now - begun, idle: now - seenAt }, pace)) return;
    clearInterval(look);
    if (!response.headersSent && socket.writable)
      socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    socket.destroy();
  }, pace.every);
  look.unref();
}
