import type { Signature } from '../repository/objects';

/** A trailer is one line: a name or a path with a line break in it must not begin another one. */
const line = (text: string) => text.replace(/\s+/g, ' ').trim();

const SUBJECT_MAX = 100;

/** The first line of a commit, and the rest of it where it is long. */
export function subjectOf(summary: string): string {
  const told = line(summary);
  if (told.length <= SUBJECT_MAX) return told;
  const at = told.lastIndexOf(' ', SUBJECT_MAX);
  const cut = at > SUBJECT_MAX / 2 ? at : SUBJECT_MAX;
  return `${told.slice(0, cut)}…\n\n…${told.slice(cut).trim()}`;
}

export type MirroredRevision = {
  path: string;
  title: string;
  number: number;
  changeSummary: string;
  coAuthors: readonly Signature[];
  acceptedBy: Signature | null;
};

/** What a commit says that brings revisions: usually one; an import brings many at once. */
export function revisionMessage(revisions: readonly MirroredRevision[]): string {
  const [first] = revisions;
  if (!first) return '';
  const own = first.changeSummary || `${first.number === 1 ? 'Write' : 'Revise'} “${first.title}”`;
  const subject = revisions.length === 1 ? own : `Import ${revisions.length} pages`;
  const people = revisions.length === 1 ? first : { coAuthors: [], acceptedBy: null };
  return message(subject, [
    ...revisions.flatMap(({ path, number }) => [
      `Guildhall-Page: ${path}`,
      `Guildhall-Revision: ${number}`,
    ]),
    ...people.coAuthors.map((person) => `Co-authored-by: ${signed(person)}`),
    ...(people.acceptedBy ? [`Accepted-by: ${signed(people.acceptedBy)}`] : []),
  ]);
}

/** What a commit says that brings no revision, such as a page's move. */
export function changeMessage(subject: string, paths: readonly string[]): string {
  return message(
    subject,
    paths.map((path) => `Guildhall-Page: ${path}`),
  );
}

function message(subject: string, trailers: readonly string[]): string {
  const told = trailers.map(line).join('\n');
  return told ? `${subjectOf(subject)}\n\n${told}\n` : `${subjectOf(subject)}\n`;
}

const signed = ({ name, email }: Signature) => `${line(name)} <${email}>`;

/** A person as a commit names them; angle brackets and line breaks would end the name early. */
export function signatureOf(person: { name: string; email: string | null } | null, host: string) {
  const email = person?.email ?? `noreply@${host}`;
  const name = line((person?.name ?? '').replace(/[<>\p{Cc}]/gu, ' '));
  return { name: name || 'Guildhall', email: email.replace(/[<>\s]/g, '') };
}
