import { endingOf } from './names';

/** How much of a file has to be looked at to tell what it is. */
export const HEAD_BYTES = 4_100;

/** Why a file is not taken, without its name: for an address, which must not carry sentences. */
export const FILE_REFUSALS = {
  program: 'This is a program. Link to where your company keeps programs instead.',
  pretends:
    'This is not what its ending says. Save it again in the form you want, or give it its real ending.',
  'too-large': 'This is larger than a file may be. Make it smaller, or link to where it lies.',
  empty: 'This is empty. Choose the file again.',
  none: 'Choose a file.',
} as const;

export type FileRefusal = keyof typeof FILE_REFUSALS;

export type FileKind = { ok: true; type: string } | { ok: false; reason: FileRefusal };

type Sniffed = { ext: string; mime: string } | undefined;

const PROGRAMS = new Set(
  'application/x-msdownload application/x-elf application/x-mach-binary application/x-msi application/vnd.android.package-archive application/x-deb application/x-rpm application/x-apple-diskimage application/vnd.microsoft.portable-executable application/x-ms-shortcut application/java-vm'.split(
    ' ',
  ),
);
const PROGRAM_ENDINGS = new Set(
  'exe dll com scr msi msp bat cmd ps1 vbs vbe wsf hta cpl jar apk dmg pkg deb rpm app lnk reg'.split(
    ' ',
  ),
);

/** Endings that promise a content by which a browser would show it. */
const PROMISES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  pdf: 'application/pdf',
};

const TEXTS: Record<string, string> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  ipynb: 'application/x-ipynb+json',
};

/**
 * What a file is, by its content; its ending only tells apart what is text. Programs are refused,
 * and so is a file that is not what its name promises.
 */
export function kindOfFile(name: string, head: Uint8Array, sniffed: Sniffed): FileKind {
  const ending = endingOf(name);
  if (PROGRAM_ENDINGS.has(ending) || (sniffed && PROGRAMS.has(sniffed.mime))) {
    return { ok: false, reason: 'program' };
  }
  const promised = PROMISES[ending];
  const real = sniffed?.mime;
  if (promised && real !== promised) {
    return { ok: false, reason: 'pretends' };
  }
  if (real && real !== 'application/xml') return { ok: true, type: real };
  const text = textIn(head);
  if (text === null) return { ok: true, type: 'application/octet-stream' };
  if (/^(?:\uFEFF|\s|<!--[\s\S]*?-->|<\?xml[^>]*>|<!DOCTYPE svg[^>]*>)*<svg[\s>]/i.test(text)) {
    return { ok: true, type: 'image/svg+xml' };
  }
  // Whatever else a text may be, such as HTML, it is text to us.
  return { ok: true, type: TEXTS[ending] ?? 'text/plain' };
}

/** The text that the bytes are, cut anywhere; null when they are none. */
function textIn(head: Uint8Array): string | null {
  if (head.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}
