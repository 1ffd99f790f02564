import { z } from 'zod';
import { id } from '../schema';

export const rsvpAnswers = ['YES', 'MAYBE', 'NO'] as const;
export const ATTENDANCE_SHEET_SIZE = 100;

export const answerRsvpInput = z.object({
  meetupId: id,
  answer: z.enum(rsvpAnswers, 'Choose one of the answers.'),
});

const people = z.array(id).max(ATTENDANCE_SHEET_SIZE).default([]);

export const recordAttendanceInput = z.object({
  meetupId: id,
  shown: people,
  before: people,
  ticked: people,
});
