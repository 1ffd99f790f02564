import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { recordAttendanceAction } from '../presence/actions';
import type { SheetLine } from '../presence/queries';
import type { RsvpAnswer } from '../rsvp';

const said: Record<RsvpAnswer, string> = {
  YES: 'meant to come',
  MAYBE: 'might come',
  NO: 'could not come',
};

/**
 * The names with a box each. What was ticked when the sheet was shown is sent along, so that two
 * people who fill it in at once do not undo each other.
 */
export function AttendanceSheet({ meetupId, lines }: { meetupId: string; lines: SheetLine[] }) {
  return (
    <ActionForm action={recordAttendanceAction} doneMessage="Recorded.">
      <input type="hidden" name="meetupId" value={meetupId} />
      <fieldset>
        <legend className="sr-only">Who was there</legend>
        <ul className="grid border-y border-line sm:grid-cols-2 sm:gap-x-8">
          {lines.map((line) => (
            <AttendanceLine key={`${line.id} ${line.wasThere}`} line={line} />
          ))}
        </ul>
      </fieldset>
      <div className="mt-4">
        <SubmitButton>Record who was there</SubmitButton>
      </div>
    </ActionForm>
  );
}

function AttendanceLine({ line: { id, name, answer, wasThere } }: { line: SheetLine }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <input type="hidden" name="shown[]" value={id} />
      {wasThere && <input type="hidden" name="before[]" value={id} />}
      <label className="flex items-baseline gap-3 py-2.5">
        <input
          type="checkbox"
          name="ticked[]"
          value={id}
          defaultChecked={wasThere}
          className="size-4 translate-y-0.5 accent-(--accent)"
        />
        <span>
          {name} {answer && <span className="text-sm text-muted">{said[answer]}</span>}
        </span>
      </label>
    </li>
  );
}
