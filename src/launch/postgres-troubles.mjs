/** What Postgres says about the usual troubles, in words for the person who starts Guildhall. */
export function explainPostgres(output, port) {
  if (/No space left on device|Check free disk space/.test(output))
    return 'The disk that holds the database is full. Free some space and start again.';
  if (/File too large/.test(output))
    return 'The database may not write its files (file size limit). Raise the limit and start again.';
  if (/Read-only file system/.test(output))
    return 'The database is on a read-only disk. Start Guildhall from a writable copy.';
  if (/could not bind|Address already in use/.test(output))
    return `Port ${port} for the database is in use by another program; set GUILDHALL_DATABASE_PORT to a free one.`;
  if (/initialized by PostgreSQL version|incompatible with server/.test(output))
    return 'The data under .data/postgres was written by another version of Postgres; see "Upgrades" in docs/operating.md.';
  return null;
}
