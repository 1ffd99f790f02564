export type FileText =
  | { ok: true; text: string }
  | { ok: false; reason: string; line: number | null };

/**
 * Reads a file's bytes as text: UTF-8 or UTF-16, with or without a byte order mark, line ends of any
 * system. Anything else is refused, because guessing an encoding changes people's names in silence.
 */
export function readFileText(bytes: Uint8Array): FileText {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return unstorable(text) ?? { ok: true, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return encoding === 'utf-8' ? notUtf8(bytes) : { ok: false, line: null, reason: BROKEN_UTF16 };
  }
}

const BROKEN_UTF16 =
  'The file begins like UTF-16 but is not. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again.';

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark, Latin text in UTF-16 still shows itself: every other byte is zero.
  if (bytes.length >= 4 && bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return 'utf-16be';
  return 'utf-8';
}

function notUtf8(bytes: Uint8Array): FileText {
  const line = lineOfFirstFault(bytes);
  return {
    ok: false,
    line,
    reason: `Line ${line} holds letters that are not UTF-8, probably from an older Windows or Mac encoding. Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again.`,
  };
}

/** No character of UTF-8 spans a line end, so each line can be tried by itself. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      strict.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}

function unstorable(text: string): FileText | null {
  const at = text.indexOf('\0');
  if (at < 0) return null;
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  return {
    ok: false,
    line,
    reason: `Line ${line} holds a zero byte, which no text has. Is this the right file?`,
  };
}
