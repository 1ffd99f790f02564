/** Pictures that hold nothing but pixels; everything else is handed over as a file to keep. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Nothing in it runs, loads, submits or is framed, should a browser ever show it as a page. */
const SANDBOX =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const A_YEAR = 31_536_000;

type Served = { name: string; type: string; size: number; sha256: string };

export type ByteSpan = { start: number; end: number };

/** The headers of a file's answer. A file never changes, so a browser need not ask twice. */
export function fileHeaders(file: Served): Record<string, string> {
  const isText = file.type.startsWith('text/');
  return {
    'Content-Type': isText ? `${file.type}; charset=utf-8` : file.type,
    'Content-Disposition': `${SHOWN.has(file.type) ? 'inline' : 'attachment'}; ${dispositionName(file.name)}`,
    'Content-Security-Policy': SANDBOX,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': `private, max-age=${A_YEAR}, immutable`,
    'Accept-Ranges': 'bytes',
    ETag: `"${file.sha256}"`,
  };
}

/** The name twice: for every browser, and in full for those that read more than ASCII (RFC 6266). */
export function dispositionName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${full}`;
}

/**
 * The one span of bytes that a Range header asks for; null for the whole file, also when the
 * header asks for several spans or makes no sense.
 */
export function askedSpan(header: string | null, size: number): ByteSpan | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return null;
  if (!first) {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  if (last && Number(last) < start) return null;
  return start >= size ? 'outside' : { start, end };
}
