import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { TIMEOUT_MILLISECONDS } from './outside-links';
import { ROBOT_NAME } from './robots';

const WHO_ASKS = `${ROBOT_NAME}/1.0 (looks whether links of a company wiki still answer, each about once a fortnight)`;
const HOPS_MAX = 5;

export type Answer = {
  /** 0 where there was no answer. */
  status: number;
  /** Why there was no answer, in words. */
  fault: string | null;
  text: string;
  location: string | undefined;
};

export type Question = {
  method: 'HEAD' | 'GET';
  /** How much of the body is read; nothing unless said otherwise. */
  charactersMax?: number;
  /** Private addresses that may be asked all the same; for tests, whose servers are on this machine. */
  privateAddresses?: readonly string[];
};

/**
 * Asks an address once. The agents refuse every address that is not public, also when a name leads
 * to one, at the moment of connecting; redirects are not followed.
 */
export function ask(url: string, question: Question): Promise<Answer> {
  const { method, charactersMax = 0, privateAddresses = [] } = question;
  const isSecure = url.startsWith('https:');
  const allowed = { allowIPAddressList: [...privateAddresses] };
  const agent = isSecure
    ? new RequestFilteringHttpsAgent(allowed)
    : new RequestFilteringHttpAgent(allowed);
  const send = isSecure ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const asking = send(url, {
      method,
      agent,
      headers: { 'User-Agent': WHO_ASKS, Accept: 'text/html,*/*;q=0.5' },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    asking.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      let text = '';
      const end = () => {
        response.destroy();
        resolve({ status, fault: null, text, location: headers.location });
      };
      if (charactersMax === 0) return end();
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part.slice(0, charactersMax - text.length);
        if (text.length >= charactersMax) end();
      });
      response.on('end', end);
      response.on('error', (error) => resolve(unanswered(error)));
    });
    asking.on('error', (error) => resolve(unanswered(error)));
    asking.end();
  });
}

/**
 * Asks for a text, and goes where the server sends one, a few times. A server that sends one to where
 * nobody answers does answer itself, with a failure.
 */
export async function askAlong(url: string, question: Question): Promise<Answer> {
  let answer = await ask(url, question);
  let at = url;
  for (let hop = 0; hop < HOPS_MAX && isRedirect(answer); hop++) {
    const next = URL.parse(answer.location ?? '', at);
    if (!next || !/^https?:$/.test(next.protocol)) break;
    at = next.href;
    answer = await ask(at, question);
    if (answer.fault) return { ...answer, status: 502, fault: null };
  }
  return answer;
}

const isRedirect = ({ status, location }: Answer) => status >= 300 && status < 400 && location;

const unanswered = (error: Error & { code?: string }): Answer => ({
  status: 0,
  fault: faultWords(error),
  text: '',
  location: undefined,
});

function faultWords(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  if (error.code === 'ENOTFOUND') return 'no such host';
  if (/is not allowed/.test(error.message)) return 'not a public address: never asked';
  return 'no connection';
}
