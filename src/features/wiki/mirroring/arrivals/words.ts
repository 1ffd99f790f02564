import type { Pushed } from './pushed';

const REASON_MAX = 600;
const SHORT = 7;

const shortOf = ({ oid }: Pushed) => oid.slice(0, SHORT);

/** What whoever decides reads first: whose it is said to be, and what they wrote about it. */
export function reasonFor(commits: readonly Pushed[]): string {
  const told = [...new Set(commits.map(({ message }) => message.trim()))].filter(Boolean);
  return clipped([saysBy(commits), ...told].join('\n\n'), REASON_MAX);
}

/** An address in a commit is what somebody typed there. */
export function saysBy(commits: readonly Pushed[]): string {
  const [latest] = commits;
  if (!latest) return 'It was changed in the git mirror; no commit says by whom.';
  const authors = [...new Set(commits.map(({ name, email }) => `${name} <${email}>`))].join(', ');
  return commits.length === 1
    ? `Commit ${shortOf(latest)} in the git mirror says it is by ${authors}. Nobody has checked that.`
    : `${commits.length} commits in the git mirror, the last ${shortOf(latest)}, say they are by ${authors}. Nobody has checked that.`;
}

/** The one author whom all commits name; null when they name several. */
export function onlyAuthor(commits: readonly Pushed[]): Pushed | null {
  const [first] = commits;
  const isOne = commits.every(({ email }) => email.toLowerCase() === first?.email.toLowerCase());
  return first && isOne ? first : null;
}

export const namesOf = (commits: readonly Pushed[]) =>
  [...new Set(commits.map(({ name }) => name))].join(', ') || 'somebody';

export function clipped(text: string, maximum: number): string {
  const plain = text.replaceAll('\0', '');
  return plain.length <= maximum ? plain : `${plain.slice(0, maximum - 1)}…`;
}
