type Asked = {
  method: string;
  /** What the browser says of where the request began; absent in old browsers and in programs. */
  fetchSite: string | null;
  origin: string | null;
  host: string | null;
  /** The address people type, which a proxy in front may have replaced in `host`. */
  ownAddress: string;
};

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether another site is trying to have something changed with a reader's cookies. The browser's
 * own word counts first; without it the origin must be ours; without either it is no browser.
 */
export function isCrossSiteWrite({ method, fetchSite, origin, host, ownAddress }: Asked): boolean {
  if (READING.includes(method)) return false;
  if (fetchSite) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  if (!origin) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host && new URL(origin).origin !== new URL(ownAddress).origin;
}
