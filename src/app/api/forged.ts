import 'server-only';
import { isCrossSiteWrite } from '@/foundation/cross-site';
import { env } from '@/foundation/env';

/** Whether another site sent this request with a reader's cookies; for routes that the proxy does not guard. */
export function isForged({ method, headers }: Request): boolean {
  return isCrossSiteWrite({
    method,
    fetchSite: headers.get('sec-fetch-site'),
    origin: headers.get('origin'),
    host: headers.get('host'),
    ownAddress: env.NEXTAUTH_URL,
  });
}
