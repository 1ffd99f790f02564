import { addDays, type Period } from '@/foundation/days';
import { Day } from '@/ui/time';

/** "from 1 March 2025", or "1 March 2025 to 31 May 2025": the last day is the last one it holds. */
export function PeriodText({
  period: { validFrom, validTo },
  today,
}: {
  period: Period;
  today: Date;
}) {
  if (validTo === null) {
    return (
      <>
        {validFrom > today ? 'planned from ' : 'since '}
        <Day day={validFrom} />
      </>
    );
  }
  return (
    <>
      <Day day={validFrom} /> to <Day day={addDays(validTo, -1)} />
    </>
  );
}
