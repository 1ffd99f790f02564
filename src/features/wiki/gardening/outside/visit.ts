import { type Answer, ask, askAlong } from './ask';
import { faultOf, HOST_PAUSE_MILLISECONDS } from './outside-links';
import { type RobotsRules, robotsRules } from './robots';

const ROBOTS_CHARACTERS_MAX = 500_000;
const BETTER_ASK_WHOLE = [403, 405, 501];
/** Who wants to be left alone for longer between two questions is asked one an hour. */
const PATIENCE_MILLISECONDS = 20_000;
/** One host's share of an hour, so that a page of links to it does not become a burst. */
const ASKED_AN_HOUR = 10;

type Host = { rules: RobotsRules; fault: string | null; asked: number };

/** What came of a visit: why the link does not answer, or that it does; or why the host was left alone. */
export type Found = { fault: string | null } | 'not-welcome' | 'later';

type Surroundings = {
  pause: (milliseconds: number) => Promise<unknown>;
  /** The least time between two requests to one host. */
  hostPause?: number;
  privateAddresses?: readonly string[];
};

/** Visits hosts the way a guest should: reads their robots.txt first, keeps their pace, and few at a time. */
export class Visitor {
  private readonly hosts = new Map<string, Host>();

  constructor(private readonly around: Surroundings) {}

  async visit(url: string): Promise<Found> {
    const { origin } = new URL(url);
    const host = this.hosts.get(origin) ?? (await this.arrive(origin));
    if (host.fault) return { fault: host.fault };
    if (!host.rules.allows(url)) return 'not-welcome';
    if (host.asked >= ASKED_AN_HOUR || (host.asked > 0 && wantsRest(host))) return 'later';
    host.asked++;
    const first = await this.askPolitely(host, url, 'HEAD');
    const answer = BETTER_ASK_WHOLE.includes(first.status)
      ? await this.askPolitely(host, url, 'GET')
      : first;
    return { fault: answer.fault ?? faultOf(answer.status) };
  }

  private async arrive(origin: string): Promise<Host> {
    const address = `${origin}/robots.txt`;
    const { privateAddresses } = this.around;
    const charactersMax = ROBOTS_CHARACTERS_MAX;
    const answer = await askAlong(address, { method: 'GET', charactersMax, privateAddresses });
    const host = { rules: robotsRules(address, answer), fault: answer.fault, asked: 0 };
    this.hosts.set(origin, host);
    return host;
  }

  /** Nothing of what a page says is read: only whether it answers counts. */
  private async askPolitely(host: Host, url: string, method: 'HEAD' | 'GET'): Promise<Answer> {
    const { pause, hostPause = HOST_PAUSE_MILLISECONDS, privateAddresses } = this.around;
    const wished = Math.min(host.rules.pauseMilliseconds, PATIENCE_MILLISECONDS);
    await pause(Math.max(hostPause, wished));
    return ask(url, { method, privateAddresses });
  }
}

const wantsRest = ({ rules }: Host) => rules.pauseMilliseconds > PATIENCE_MILLISECONDS;
