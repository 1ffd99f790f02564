import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { declareNotRecurringAction, settleScheduleAction } from '../actions';
import { WEEKDAYS, weekdayCode } from '../schedules/calendar-words';
import type { ScheduleView } from '../schedules/queries';
import { PATTERNS } from '../schedules/schema';
import { patternIn } from '../schedules/settlement';

/** What the words leave open, to be said by somebody who knows; what they do say is filled in. */
export function SettleForm({ schedule }: { schedule: ScheduleView }) {
  const { pattern, code } = patternIn(schedule.recurrenceRule);
  return (
    <>
      <ActionForm action={settleScheduleAction} className="max-w-xl">
        <input type="hidden" name="scheduleId" value={schedule.id} />
        <Select
          name="pattern"
          label="How often it meets"
          emptyLabel="Choose"
          options={PATTERNS}
          defaultValue={pattern ?? ''}
          required
        />
        <Select
          name="weekday"
          label="On which day"
          emptyLabel="Choose"
          options={WEEKDAYS.map((day) => ({ value: day, label: day }))}
          defaultValue={WEEKDAYS.find((day) => weekdayCode(day) === code) ?? ''}
          required
        />
        <Field
          name="localTime"
          type="time"
          label="At what time"
          defaultValue={schedule.localTime ?? ''}
          required
        />
        <Field
          name="timeZone"
          label="In which time zone"
          hint="Such as Europe/Lisbon."
          defaultValue={schedule.timeZone ?? ''}
          required
        />
        <Field
          name="firstOn"
          type="date"
          label="A date on which it meets"
          hint="It decides which weeks are meant."
          required
        />
        <SubmitButton>Settle this schedule</SubmitButton>
      </ActionForm>
      <ActionForm action={declareNotRecurringAction} className="mt-4">
        <input type="hidden" name="scheduleId" value={schedule.id} />
        <SubmitButton look="quiet">This is not a recurring meeting</SubmitButton>
      </ActionForm>
    </>
  );
}
