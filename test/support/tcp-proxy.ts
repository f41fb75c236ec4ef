import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between a server and its database, and can take it away. */
export async function tcpProxy(target: { host: string; port: number }) {
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(target.port, target.host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  const refuse = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      cut();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** Ends every connection that stands. */
    cut,
    /** Ends them, and refuses new ones until `listenAgain`. */
    refuse,
    listenAgain: () => listen(port),
    close: () => (server.listening ? refuse() : Promise.resolve()),
  };
}
