import { connect } from 'node:net';

/** An answer as it came over the wire, headers by lower-case name; a header that came twice is joined. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Sends bytes as they are, which no client library would, and reads one answer until the connection ends.
 * @param head the request line and headers, without their end; `connection: close` is added
 */
export function sendRaw(port: number, head: string, body: string | Buffer = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head}\r\nconnection: close\r\n\r\n`, 'latin1');
      socket.write(body);
    });
    let failure: Error | undefined;
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may refuse a body before all of it is sent: what it said by then is the answer.
    socket.on('error', (error) => (failure = error));
    socket.on('close', () => {
      const whole = Buffer.concat(chunks).toString();
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(whole) ?? [];
      if (!status) return reject(failure ?? new Error(`No answer to ${head.slice(0, 100)}`));
      const end = whole.indexOf('\r\n\r\n');
      const headers: Record<string, string> = {};
      for (const line of whole.slice(0, end).split('\r\n').slice(1)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, colon).toLowerCase();
        const value = line.slice(colon + 1).trim();
        headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
      }
      resolve({ status: Number(status), headers, body: whole.slice(end + 4) });
    });
  });
}
