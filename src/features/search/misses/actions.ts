'use server';

import { action } from '@/features/identity/action';
import { questionInput } from '../schema';
import { leaveQuestion } from './commands';

export const leaveQuestionAction = action(questionInput, (context, { problem }) =>
  leaveQuestion(context, problem),
);
