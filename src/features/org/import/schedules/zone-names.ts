export type ZoneReading =
  | { timeZone: string; obstacle: null }
  | { timeZone: null; obstacle: string };

const SPOKEN: Record<string, string> = {
  utc: 'UTC',
  gmt: 'UTC',
  pt: 'America/Los_Angeles',
  'pacific time': 'America/Los_Angeles',
  mt: 'America/Denver',
  'mountain time': 'America/Denver',
  ct: 'America/Chicago',
  'central time': 'America/Chicago',
  et: 'America/New_York',
  'eastern time': 'America/New_York',
  // The time zone database itself calls this zone, summer time included, CET: Brussels keeps its rules.
  cet: 'Europe/Brussels',
  'central european time': 'Europe/Brussels',
  poland: 'Europe/Warsaw',
};

/** Names that mean several times; nobody but those who meet can say which. */
const AMBIGUOUS: Record<string, string> = {
  ist: '“IST” is the time of India, of Israel and of Ireland: which is it?',
  est: '“EST” is New York’s winter time, five hours behind UTC all year; Eastern Time changes in summer: which is it?',
  pst: '“PST” is California’s winter time, eight hours behind UTC all year; Pacific Time changes in summer: which is it?',
  cst: '“CST” is the time of Chicago in winter, of China and of Cuba: which is it?',
  bst: '“BST” is the summer time of Britain and the time of Bangladesh: which is it?',
};

/** Reads `PT (Pacific Time)`, `Eastern Time (ET)`, `UTC`, `Europe/Lisbon`; both names, where there are two, must agree. */
export function readZone(written: string): ZoneReading {
  const text = written.trim();
  const names = /^([^()]+)\(([^()]+)\)$/.exec(text)?.slice(1) ?? [text];
  const words = names.map((name) => name.trim().toLowerCase());
  const doubt = words.find((word) => Object.hasOwn(AMBIGUOUS, word));
  if (doubt) return { timeZone: null, obstacle: AMBIGUOUS[doubt] ?? '' };
  const zones = new Set(words.map((word) => zoneCalled(word)));
  const [zone] = zones;
  return zone && zones.size === 1
    ? { timeZone: zone, obstacle: null }
    : { timeZone: null, obstacle: `“${text}” is not a time zone that can be told with certainty.` };
}

function zoneCalled(word: string): string | null {
  if (Object.hasOwn(SPOKEN, word)) return SPOKEN[word] ?? null;
  // A place such as Europe/Lisbon; abbreviations that Intl would accept are not certain enough.
  if (!/^[a-z_]+(\/[a-z_+-]+)+$/.test(word)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
