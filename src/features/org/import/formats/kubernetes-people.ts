import type { Attributes, Finding, Json, RosterPerson } from '../roster';
import type { Leader } from './kubernetes-schema';

/** Everybody the file names, wherever it names them: one person for each account. */
export function peopleGathered(findings: Finding[]) {
  const byAccount = new Map<string, RosterPerson & { name: string }>();
  return {
    /** @returns the person's key */
    meet({ github, name, ...said }: Leader, line: number): string {
      // Accounts are the same in any case.
      const account = github.toLowerCase();
      const known = byAccount.get(account);
      if (!known) {
        byAccount.set(account, { key: github, line, name, attributes: said as Attributes });
        return github;
      }
      if (known.name !== name) findings.push(otherName(known, name, line));
      for (const [what, value] of Object.entries(said)) {
        known.attributes[what] = together(known.attributes[what], value as Json);
      }
      return known.key;
    },
    mark(key: string, what: string): void {
      const person = byAccount.get(key.toLowerCase());
      if (person) person.attributes[what] = true;
    },
    all: (): RosterPerson[] => [...byAccount.values()],
  };
}

/** Somebody who is named with two companies has both. */
function together(before: Json | undefined, now: Json): Json {
  if (before === undefined || before === now) return now;
  const values = Array.isArray(before) ? before : [before];
  return values.includes(now) ? before : [...values, now];
}

const otherName = (
  known: { key: string; name: string; line: number },
  name: string,
  line: number,
) =>
  ({
    kind: 'notice',
    subject: 'person',
    line,
    title: `${known.name} (${known.key})`,
    reason: `Is called “${name}” here and “${known.name}” in line ${known.line}; the first is kept.`,
  }) satisfies Finding;
