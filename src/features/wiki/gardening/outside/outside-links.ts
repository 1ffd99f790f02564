/** At so many milliseconds' distance one host is asked again: a reader of the portal, not a crawler. */
export const HOST_PAUSE_MILLISECONDS = 2_000;
export const TIMEOUT_MILLISECONDS = 8_000;

const URL_MAX = 1_000;
const LINKS_MAX = 200;
const CHECK_AGAIN_DAYS = 14;
const RETRY_DAYS = 2;

/** The addresses out of the portal to which an article links, each once. */
export function outsideLinksOf(html: string): string[] {
  const found = new Set<string>();
  for (const [, written = ''] of html.matchAll(/<a\s[^>]*?href="(https?:\/\/[^"]+)"/gi)) {
    const url = addressOf(written.replaceAll('&amp;', '&'));
    if (url && url.length <= URL_MAX && found.size < LINKS_MAX) found.add(url);
  }
  return [...found];
}

/** Without the fragment, which no server is asked for, and without a name or password. */
function addressOf(written: string): string | null {
  const url = URL.parse(written);
  if (!url || url.username || url.password) return null;
  url.hash = '';
  return url.href;
}

/** What an answer says of a link, in words; null when the link is good. */
export function faultOf(status: number): string | null {
  if (status === 404 || status === 410) return 'not there any more';
  if (status >= 500) return 'the server fails';
  // Whoever asks for a sign-in, or for patience, is there.
  return null;
}

/** After how many days an address is asked for again: sooner, then ever later, while it fails. */
export const daysToNextCheck = (failures: number): number =>
  failures === 0 ? CHECK_AGAIN_DAYS : Math.min(RETRY_DAYS * 2 ** (failures - 1), CHECK_AGAIN_DAYS);
