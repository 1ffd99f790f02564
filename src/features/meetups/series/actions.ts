'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { changeSeries, createSeries, endSeries } from './commands';
import { changeSeriesInput, createSeriesInput, endSeriesInput } from './schema';

export const createSeriesAction = action(createSeriesInput, async (context, input) => {
  openSeries(orSentence(await createSeries(context, input)).slug);
});

export const changeSeriesAction = action(changeSeriesInput, async (context, input) => {
  openSeries(orSentence(await changeSeries(context, input)).slug);
});

export const endSeriesAction = action(endSeriesInput, async (context, input) => {
  openSeries(orSentence(await endSeries(context, input)).slug);
});

function openSeries(slug: string): never {
  revalidatePath('/meetups', 'layout');
  redirect(`/meetups/series/${slug}`);
}
