import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP proxy on loopback. */
export interface FeedProxy {
  readonly url: string;
  /** What it was asked for, in order: whole URLs. */
  readonly urls: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a proxy that knows one server only: whatever host it is asked for, that one answers. */
export const startProxy = async (server: string): Promise<FeedProxy> => {
  const urls: string[] = [];
  const proxy = createServer((asked, answer) => {
    urls.push(asked.url ?? '');
    const { pathname } = new URL(asked.url ?? '/', server);
    const forwarded = send(new URL(pathname, server), { headers: asked.headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    forwarded.once('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    urls,
    close: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
};
