import { userAgentFromString } from 'next/server';

const NAME_MAX = 80;

/** What a person calls their browser, such as "Firefox on Linux", from what it says of itself. */
export function browserName(userAgent: string | null): string {
  const { browser, os } = userAgentFromString(userAgent ?? undefined);
  if (!browser.name) return '';
  return (os.name ? `${browser.name} on ${os.name}` : browser.name).slice(0, NAME_MAX);
}
