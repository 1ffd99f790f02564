import robotsParser from 'robots-parser';

/** The name by which a robots.txt may speak to the check of links. */
export const ROBOT_NAME = 'GuildhallLinkCheck';

/** What a host asks of programs that visit it. */
export type RobotsRules = {
  allows(url: string): boolean;
  /** How long to wait between two requests, as the host wishes it. */
  pauseMilliseconds: number;
};

const everything: RobotsRules = { allows: () => true, pauseMilliseconds: 0 };
const nothing: RobotsRules = { allows: () => false, pauseMilliseconds: 0 };

/**
 * What a host's answer to the request for its robots.txt means, by RFC 9309: a host that has none
 * allows everything, a host that fails allows nothing until it works again.
 */
export function robotsRules(
  address: string,
  answer: { status: number; text: string },
): RobotsRules {
  if (answer.status >= 500 || answer.status === 429) return nothing;
  if (answer.status !== 200) return everything;
  const robots = robotsParser(address, answer.text);
  return {
    allows: (url) => robots.isAllowed(url, ROBOT_NAME) !== false,
    pauseMilliseconds: (robots.getCrawlDelay(ROBOT_NAME) ?? 0) * 1_000,
  };
}
