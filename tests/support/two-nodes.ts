import { startRoundRobin } from './round-robin';
import { freePort, startServer } from './server';

/** Two servers of one build on one database, each request going to the other one than the last. */
export async function startTwoNodes(databaseUrl: string) {
  const port = await freePort();
  const settings = {
    DATABASE_URL: databaseUrl,
    GUILDHALL_DEMO: 'on',
    NEXTAUTH_URL: `http://localhost:${port}`,
    TRUSTED_PROXY_HOPS: '1',
  };
  const nodes = [await startServer(settings), await startServer(settings)];
  const proxy = await startRoundRobin(
    nodes.map((node) => node.port),
    port,
  );
  return {
    address: `http://localhost:${port}`,
    nodes,
    /** How many requests each node answered. */
    answered: proxy.answered,
    async stop() {
      await proxy.close();
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
