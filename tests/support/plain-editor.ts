import type { BrowserContext } from '@playwright/test';

/** Keeps writing together out of reach, so that the editor stays the plain form that it is at first. */
export const keepPlainForm = (context: BrowserContext) =>
  context.routeWebSocket(/\/api\/wiki\/live/, (socket) => socket.close());
