import { folderOf } from '../addresses';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SERVED = new RegExp(`^/files/(${UUID})/(.*)$`, 's');
const EXPORTED = new RegExp(`^files/(${UUID})/`);

/** Where a file lies in an export. */
export const exportedPlace = ({ id, name }: { id: string; name: string }) => `files/${id}/${name}`;

/** The id under which a file was exported; null for a file that lies anywhere else. */
export const exportedId = (file: string): string | null => EXPORTED.exec(file)?.[1] ?? null;

/** `/files/<id>/a.png` as a page of an export links to it; null when it is no file's address. */
export function exportedTarget(target: string, path: string, ids: ReadonlySet<string>) {
  const [, id, tail] = SERVED.exec(target) ?? [];
  if (!id || !ids.has(id)) return null;
  const folder = folderOf(path);
  const up = folder ? '../'.repeat(folder.split('/').length) : '';
  return `${up}files/${id}/${tail}`;
}
