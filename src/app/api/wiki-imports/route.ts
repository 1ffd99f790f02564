import { after } from 'next/server';
import { signedInContext } from '@/features/identity/queries';
import { MalformedForm, readForm } from '@/features/wiki/files/multipart';
import { cleanFileName } from '@/features/wiki/files/names';
import { IMPORT_FORMATS, importHref } from '@/features/wiki/importing/formats';
import { compareImport, receiveImport } from '@/features/wiki/importing/runs/commands';
import { pageKind } from '@/features/wiki/schema';
import type { Context } from '@/foundation/context';
import { Forbidden, NotFound } from '@/foundation/errors';
import { isForged } from '../forged';

const SHORT_MILLISECONDS = 1_500;

type Received = Awaited<ReturnType<typeof receiveImport>>;

/** Takes an archive from the form on the import page and goes to what it would do. */
export async function POST(request: Request): Promise<Response> {
  if (isForged(request))
    return new Response('This form was sent from another site.\n', { status: 403 });
  const context = await signedInContext();
  if (!context) return new Response('Sign in first.\n', { status: 401 });
  try {
    const received = await receive(request, context);
    if (!received) return seeOther('/wiki-import?refused=none');
    if (!received.ok) return seeOther(`/wiki-import?refused=${received.reason}`);
    const comparing = compareImport(context, received.id);
    after(() => comparing);
    await Promise.race([comparing, new Promise((done) => setTimeout(done, SHORT_MILLISECONDS))]);
    return seeOther(importHref(received.id));
  } catch (error) {
    if (error instanceof Forbidden) return new Response(`${error.message}\n`, { status: 403 });
    if (error instanceof NotFound || error instanceof MalformedForm) {
      return new Response('This is no form of ours. Go back and try again.\n', { status: 400 });
    }
    throw error;
  }
}

async function receive(request: Request, context: Context): Promise<Received | null> {
  let received: Received | null = null;
  await readForm(request, async ({ name, bytes }, fields) => {
    const format = IMPORT_FORMATS.find(({ value }) => value === fields.get('format'))?.value;
    const kind = pageKind.safeParse(fields.get('kind'));
    const spaceSlug = fields.get('spaceSlug');
    if (received || !format || !kind.success || !spaceSlug) return;
    const sent = { spaceSlug, format, kind: kind.data, name: cleanFileName(name), bytes };
    received = await receiveImport(context, sent);
  });
  return received;
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address } });
