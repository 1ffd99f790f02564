import { describe, expect, it } from 'vitest';
import { readFileText } from './file-text';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, { bigEndian = false, mark = true } = {}) => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return Uint8Array.from(bigEndian ? buffer.swap16() : buffer);
};
const text = (given: Uint8Array) => {
  const read = readFileText(given);
  return read.ok ? read.text : `refused: ${read.reason}`;
};

describe('the text of a file', () => {
  it('is the same from UTF-8 and UTF-16, with a byte order mark or without', () => {
    const name = 'name\nZoë Łukasz 李 😀\n';
    for (const given of [
      utf8(name),
      utf8(`\ufeff${name}`),
      utf16(name),
      utf16(name, { bigEndian: true }),
      utf16(name, { mark: false }),
      utf16(name, { mark: false, bigEndian: true }),
    ]) {
      expect(text(given)).toBe(name);
    }
  });

  it('has one kind of line end, whichever system wrote it', () => {
    expect(text(utf8('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd');
  });

  it('names the first line that is not UTF-8 instead of guessing an encoding', () => {
    const latin1 = bytes(...utf8('name\nAda\nZo'), 0xeb, 0x0a);
    expect(readFileText(latin1)).toMatchObject({ ok: false, line: 3 });
  });

  it('refuses half a UTF-16 letter and zero bytes', () => {
    expect(readFileText(bytes(0xff, 0xfe, 0x00, 0xd8))).toMatchObject({ ok: false });
    expect(readFileText(utf8('name\nA\0da'))).toMatchObject({ ok: false, line: 2 });
  });

  it('of an empty file is empty', () => {
    expect(text(bytes())).toBe('');
  });
});
