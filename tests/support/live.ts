import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
import {
  LIVE_TEXT,
  parseMessage,
  roomName,
  type ServerMessage,
} from '@/features/wiki/live/protocol';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A browser's half of co-editing without the browser: types, and knows what the server has stored. */
export function aWriter(port: number, page: { id: string }, cookie: string, origin?: string) {
  const document = new Y.Doc();
  const heard: ServerMessage[] = [];
  const refusals: string[] = [];
  let asked = 0;
  let kept = 0;
  const provider = new HocuspocusProvider({
    url: `ws://127.0.0.1:${port}`,
    name: roomName(page.id),
    document,
    token: 'cookie',
    WebSocketPolyfill: socketWith({ cookie, ...(origin ? { origin } : {}) }),
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
    onAuthenticationFailed: ({ reason }) => refusals.push(reason),
    onClose: ({ event }) => event.reason && refusals.push(event.reason),
    onStateless({ payload }) {
      const message = parseMessage<ServerMessage>(payload);
      if (message) heard.push(message);
      if (message?.kind === 'kept') kept = Math.max(kept, message.mark);
    },
    onSynced: () => ask(),
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  const text = document.getText(LIVE_TEXT);

  function ask() {
    asked += 1;
    provider.sendStateless(JSON.stringify({ kind: 'keep', mark: asked }));
  }

  return {
    provider,
    document,
    heard,
    refusals,
    text: () => text.toString(),
    state: () => Y.encodeStateAsUpdate(document),
    isIn: () => provider.isSynced && !provider.hasUnsyncedChanges,
    type(words: string, at = text.length) {
      text.insert(at, words);
      ask();
    },
    erase: (at: number, count: number) => text.delete(at, count),
    /** Whether the server said that all of it is stored. */
    isKept: () => asked > 0 && kept === asked,
    async loseNetwork() {
      const lost = new Promise((resolve) => provider.on('disconnect', resolve));
      provider.disconnect();
      await lost;
    },
    leave() {
      provider.destroy();
      provider.configuration.websocketProvider.destroy();
    },
  };
}

/** Browsers send cookies by themselves; Node's WebSocket is told them. */
function socketWith(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(url: string | URL) {
      // Node's WebSocket takes options there; the type is the browsers', which know protocols only.
      super(url, { headers } as unknown as string[]);
    }
  };
}

/** The collaboration process as `npm start` runs it, to be ended in any way. */
export async function aCollaborationProcess(port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'src/collaboration.ts'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        COLLABORATION_PORT: String(port),
        GUILDHALL_EMBEDDED_DATABASE: 'on',
        GUILDHALL_DEMO: 'on',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!String(first).includes('co-editing ready')) throw new Error(`It did not start: ${first}`);
  return child;
}
