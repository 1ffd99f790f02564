import { readBackstage } from './formats/backstage';
import { readCsv } from './formats/csv';
import { readKubernetes } from './formats/kubernetes';
import { readRustTeams } from './formats/rust-teams';
import type { Roster } from './roster';
import type { ImportFormat } from './schema';

const READERS: Record<ImportFormat, (text: string) => Roster | Promise<Roster>> = {
  csv: readCsv,
  backstage: readBackstage,
  kubernetes: readKubernetes,
  'rust-teams': readRustTeams,
};

/** Reads a file of any format that is known here. */
export async function readRoster(format: ImportFormat, text: string): Promise<Roster> {
  return READERS[format](text);
}
