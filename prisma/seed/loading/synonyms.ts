import type { Transaction } from '@/foundation/db';
import { synonyms } from '../synonyms';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';

const LISTED_DAYS_AGO = 120;

export async function loadSynonyms(tx: Transaction, calendar: Calendar): Promise<void> {
  await tx.searchSynonym.createMany({
    data: synonyms.map((terms) => {
      const at = calendar.at(LISTED_DAYS_AGO, `synonym ${terms[0]}`);
      return { id: idOf('synonym', ...terms), terms: [...terms], createdAt: at, updatedAt: at };
    }),
  });
}
