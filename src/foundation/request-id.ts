import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

export const REQUEST_ID = 'x-request-id';

type Holder = typeof globalThis & { guildhallRequest?: AsyncLocalStorage<string> };

// The server's start-up code and the pages are bundled apart; both must see the same store.
const holder = globalThis as Holder;
holder.guildhallRequest ??= new AsyncLocalStorage();
const store = holder.guildhallRequest;

/** The id of the request being answered; undefined in background work. */
export function requestId(): string | undefined {
  return store.getStore();
}

/** From here on, everything this request sets off carries the id. */
export function enterRequest(id: string): void {
  store.enterWith(id);
}

/** Takes over a proxy's id when it looks like one, so that its logs and ours can be laid side by side. */
export function requestIdFrom(given: string | undefined, isProxyTrusted: boolean): string {
  return isProxyTrusted && given && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}
