import type { Transaction } from '@/foundation/db';
import { pageTemplates } from '../page-templates';
import type { Calendar } from './calendar';
import { personId } from './organisation';
import { personNamed } from './roster';

export async function loadPageTemplates(tx: Transaction, calendar: Calendar): Promise<void> {
  const wordings = pageTemplates.map(({ kind, by, ago, markdown }) => ({
    kind,
    markdown,
    writtenAt: calendar.at(ago, `template ${kind}`),
    writtenById: personId(by),
  }));
  await tx.pageTemplate.createMany({
    data: wordings.map((wording) => ({ ...wording, number: 1 })),
  });
  await tx.auditEntry.createMany({
    data: wordings.map(({ kind, markdown, writtenAt, writtenById }, index) => ({
      at: writtenAt,
      actorId: writtenById,
      actorName: personNamed(pageTemplates[index]?.by ?? '').name,
      action: 'template.worded',
      subjectKind: 'template',
      subjectId: kind,
      before: { number: 0, markdown: null },
      after: { number: 1, markdown },
    })),
  });
}
