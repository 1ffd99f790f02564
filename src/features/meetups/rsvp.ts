export type RsvpAnswer = 'YES' | 'MAYBE' | 'NO';

type MeetupTimes = { startsAt: Date; cancelledAt: Date | null };

/** Everyone may say, and change, whether they come until it begins. */
export function acceptsRsvps({ startsAt, cancelledAt }: MeetupTimes, now: Date): boolean {
  return cancelledAt === null && now < startsAt;
}

/** Who was there can be told from the moment it begins. */
export function takesAttendance({ startsAt, cancelledAt }: MeetupTimes, now: Date): boolean {
  return cancelledAt === null && now >= startsAt;
}

export type AttendanceChange = { added: string[]; removed: string[] };

/**
 * What one sheet of the checklist says has changed. Only ticks that were set or taken away on this
 * sheet count, so that two leads who fill in the list at once do not undo each other.
 * @param shown everyone on the sheet
 * @param before those who were ticked when the sheet was shown
 * @param ticked those who are ticked now
 */
export function attendanceChange(
  shown: readonly string[],
  before: readonly string[],
  ticked: readonly string[],
): AttendanceChange {
  const onSheet = new Set(shown);
  const wasTicked = new Set(before);
  const isTicked = new Set(ticked);
  return {
    added: [...isTicked].filter((id) => onSheet.has(id) && !wasTicked.has(id)),
    removed: [...wasTicked].filter((id) => onSheet.has(id) && !isTicked.has(id)),
  };
}
