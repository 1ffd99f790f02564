import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listBeds } from '@/features/wiki/gardening/queries';
import { REPORTS, reportNamed } from '@/features/wiki/gardening/reports';
import { BedChoice } from '@/features/wiki/gardening/ui/bed-choice';
import { UpkeepFigures } from '@/features/wiki/gardening/ui/upkeep-figures';
import { getUpkeep } from '@/features/wiki/gardening/upkeep/queries';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { ReportView } from './report-view';

export const metadata: Metadata = { title: 'Gardening' };

const BASE = '/wiki-gardening';

type Props = { searchParams: Promise<{ report?: string; space?: string; after?: string }> };

export default async function GardeningPage({ searchParams }: Props) {
  const context = await requestContext();
  const { report: name, space, after } = await searchParams;
  const report = reportNamed(name);
  const beds = await listBeds(context);
  const chosen = beds.some(({ slug }) => slug === space) ? space : undefined;

  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Gardening"
        lead="What in the wiki asks for a hand. Every line is something that one person can put right."
      />
      <Tabs
        label="Reports"
        items={REPORTS.map(({ value, label }) => ({
          href: addressOf(BASE, { report: value, space: chosen }),
          label,
          isCurrent: value === report,
        }))}
      />
      {report !== 'missed' && <BedChoice beds={beds} chosen={chosen} report={report} />}
      {report === 'overdue' && !after && (
        <UpkeepFigures upkeep={await getUpkeep(context, chosen)} />
      )}
      <ReportView report={report} space={chosen} after={after} basePath={BASE} />
    </>
  );
}
