import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { faultOf, TIMEOUT_MILLISECONDS } from './outside-links';

const WHO_ASKS = 'Guildhall link check (asks once a fortnight)';
const BETTER_ASK_WHOLE = [403, 405, 501];

/**
 * Asks whether an address answers. The agents refuse every address that is not public, also when
 * a name leads to one, at the moment of connecting; redirects are not followed.
 * @returns why it does not answer, in words; null when it does
 */
export async function ask(url: string): Promise<string | null> {
  const first = await answer(url, 'HEAD');
  const status = BETTER_ASK_WHOLE.includes(first.status) ? await answer(url, 'GET') : first;
  return status.fault ?? faultOf(status.status);
}

type Answer = { status: number; fault: string | null };

function answer(url: string, method: 'HEAD' | 'GET'): Promise<Answer> {
  const isSecure = url.startsWith('https:');
  const agent = isSecure ? new RequestFilteringHttpsAgent() : new RequestFilteringHttpAgent();
  const send = isSecure ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const asking = send(url, {
      method,
      agent,
      headers: { 'User-Agent': WHO_ASKS, Accept: 'text/html,*/*;q=0.5' },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    asking.on('response', (response) => {
      // Only whether it answers counts: nothing of what it says is read.
      response.destroy();
      resolve({ status: response.statusCode ?? 0, fault: null });
    });
    asking.on('error', (error) => resolve({ status: 0, fault: faultWords(error) }));
    asking.end();
  });
}

function faultWords(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  if (error.code === 'ENOTFOUND') return 'no such host';
  if (/is not allowed/.test(error.message)) return 'not a public address: never asked';
  return 'no connection';
}
