import type { PageAddress } from '../addresses';

/**
 * From where the relative links of a text are read, best first: where the page lay when the text was
 * written, so that a move changes no link's meaning; then where it lies, and where it lay otherwise.
 * @param writtenAt left out for a text that is being written now
 */
export function basesOf(
  current: PageAddress,
  former: readonly (PageAddress & { leftAt: Date })[],
  writtenAt?: Date,
): PageAddress[] {
  const then = writtenAt && former.find(({ leftAt }) => leftAt >= writtenAt);
  const others = former.filter((address) => address !== then).toReversed();
  return [...(then ? [then] : []), current, ...others].map(({ spaceSlug, path }) => ({
    spaceSlug,
    path,
  }));
}
