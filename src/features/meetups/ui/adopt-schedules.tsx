import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { adoptImportedSchedulesAction } from '../series/adoption/actions';

/** Offers administrators to start a series for each imported schedule that was understood. */
export function AdoptSchedules({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <div className="mb-6 rounded-md bg-notice px-4 py-3 text-notice-ink">
      <p className="mb-3">
        {count === 1 ? 'One imported schedule has' : `${count} imported schedules have`} no series
        here yet. Each starts as a series of one hour, which its leads can change.
      </p>
      <ActionForm action={adoptImportedSchedulesAction}>
        <SubmitButton>Start these series</SubmitButton>
      </ActionForm>
    </div>
  );
}
