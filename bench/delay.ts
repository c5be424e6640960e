/** A distant server: answers as another one does, a round trip later. */
import { createServer, request, type Server } from 'node:http';

/**
 * Delays at the server, since requests of workers and of the page are delayed alike there. Each request costs one round
 * trip; the set-up of connections, which are kept, is not part of it.
 * @param port of the server that answers
 * @param listen port on localhost
 * @param milliseconds of a round trip
 */
export async function delayed(port: number, listen: number, milliseconds: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    setTimeout(() => {
      const { method, url, headers } = incoming;
      const forward = request({ port, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forward.on('error', () => outgoing.destroy());
      incoming.pipe(forward);
    }, milliseconds);
  });
  await new Promise<void>((resolve) => server.listen(listen, resolve));
  return server;
}
