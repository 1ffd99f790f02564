import 'server-only';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';

/**
 * Where an action ends: at an address, shown as it is now. A redirect alone to the page that the
 * reader is on moves to the fragment and shows what was there before.
 */
export function leadTo(address: string): never {
  revalidatePath('/', 'layout');
  redirect(address);
}
