import 'server-only';
import { Prisma, type Transaction } from '@/foundation/db';
import { Conflict } from '@/foundation/errors';
import type { Table } from '../tables';

type Writer = Pick<Transaction, '$executeRaw'>;
/** Columns that the statement works out itself, such as who recorded the row. */
export type Computed = Record<string, Prisma.Sql>;

/** Adds rows in one statement that has one parameter, however many they are. */
export async function insertRows(
  tx: Writer,
  table: Table,
  rows: readonly object[],
  computed: Computed = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns);
  const columns = Prisma.raw([...names, ...Object.keys(computed)].map(quoted).join(', '));
  const values = Prisma.join([...names.map(ofRow), ...Object.values(computed)]);
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(quoted(table.name))} (${columns})
    SELECT ${values} FROM ${recordset(table, rows)}`;
}

/**
 * Sets all columns of known rows.
 * @throws Conflict when one of them has gone
 */
export async function updateRows(
  tx: Writer,
  table: Table,
  rows: readonly object[],
  computed: Computed = {},
): Promise<void> {
  if (rows.length === 0) return;
  const own = Object.keys(table.columns)
    .filter((name) => name !== 'id')
    .map((name) => Prisma.sql`${Prisma.raw(quoted(name))} = ${ofRow(name)}`);
  const others = Object.entries(computed).map(
    ([name, value]) => Prisma.sql`${Prisma.raw(quoted(name))} = ${value}`,
  );
  const count = await tx.$executeRaw`
    UPDATE ${Prisma.raw(quoted(table.name))} AS held SET ${Prisma.join([...own, ...others])}
    FROM ${recordset(table, rows)} WHERE held.id = x.id`;
  if (count < rows.length) {
    throw new Conflict('Somebody else changed the organisation at the same moment.');
  }
}

const quoted = (name: string) => `"${name}"`;
const ofRow = (name: string) => Prisma.raw(`x.${quoted(name)}`);

function recordset({ columns }: Table, rows: readonly object[]): Prisma.Sql {
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`);
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(${Prisma.raw(types.join(', '))})`;
}
