import { attributesFrom } from '../roster';
import type { CsvCells } from './csv-columns';

/** A row whose cells are understood, with what stood in columns that are not ours. */
export type CsvEntry = CsvCells & {
  line: number;
  personKey: string | null;
  extra: readonly (readonly [column: string, cell: string])[];
};

/** Columns that are not ours are kept, those that begin with `unit_` with the unit. */
export const extraOf = (entry: CsvEntry, whose: 'person' | 'unit') =>
  attributesFrom(
    entry.extra.filter(
      ([column]) => (entry.personKey === null || column.startsWith('unit_')) === (whose === 'unit'),
    ),
  );
