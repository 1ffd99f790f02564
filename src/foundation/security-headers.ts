/** Headers that never vary; the server adds them to every answer, files included. */
export const CONSTANT_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: that would also blank the Origin by which our own forms are known.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const TWO_YEARS = 63_072_000;

/** Only sent on https: browsers ignore it elsewhere. */
export const STRICT_TRANSPORT_SECURITY = `max-age=${TWO_YEARS}`;

type Page = { nonce: string; isSecure: boolean; isDevelopment: boolean };

/**
 * Scripts run only when they carry this answer's nonce, or were loaded by one that did. Styles may be
 * inline, for the lengths of bars in drawings and for what the accessible dialogs put in.
 */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment }: Page): string {
  return [
    "default-src 'self'",
    // Development evaluates sources for its error overlay and reloads over a socket.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
