const NAME_MAX = 120;
const ENDING_MAX = 12;
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml)$/;

// What an address, a file system or a reader's eye could take for something else, such as a name
// that is written from right to left.
const MISLEADING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const RESERVED = /[/\\:*?"<>|#%[\]()`]/g;

/** A name that is safe in addresses, headers, Markdown and on every file system. */
export function cleanFileName(written: string): string {
  const base = written.slice(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
  const plain = base
    .normalize('NFC')
    .replace(MISLEADING, '')
    .replace(RESERVED, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  return shortened(plain) || 'file';
}

function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= NAME_MAX) return name;
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? '';
  const kept = ending.length <= ENDING_MAX ? ending : '';
  return `${letters.slice(0, NAME_MAX - kept.length).join('')}${kept}`;
}

export const endingOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

export type NamedFile = { id: string; name: string; type: string };

export const fileHref = ({ id, name }: Pick<NamedFile, 'id' | 'name'>) =>
  `/files/${id}/${encodeURIComponent(name).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

/** What a writer puts into a page to show the file, or to link to it. */
export function markdownFor(file: NamedFile): string {
  if (isNotebook(file)) return `![[${fileHref(file)}]]`;
  const described = isPicture(file.type) ? file.name.replace(/\.[a-z0-9]+$/i, '') : file.name;
  return `${isPicture(file.type) ? '!' : ''}[${described}](${fileHref(file)})`;
}

export const isNotebook = ({ name }: Pick<NamedFile, 'name'>) => endingOf(name) === 'ipynb';

export const isPicture = (type: string) => PICTURE.test(type);

/** Where the files of a page, or of a whole space, are listed. */
export const filesHref = ({ spaceSlug, path }: { spaceSlug: string; path?: string }) =>
  `/wiki-files/${encodeURIComponent(spaceSlug)}${path ? `/${path.split('/').map(encodeURIComponent).join('/')}` : ''}`;
