import { signedInContext } from '@/features/identity/queries';
import { addFile } from '@/features/wiki/files/commands';
import { FILE_REFUSALS, type FileRefusal } from '@/features/wiki/files/kinds';
import { MalformedForm, readForm } from '@/features/wiki/files/multipart';
import { filesHref } from '@/features/wiki/files/names';
import { type FilePlace, getFilePlace, uploadLimits } from '@/features/wiki/files/queries';
import type { Context } from '@/foundation/context';
import { Forbidden } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { isForged } from '../forged';

type Outcome = Awaited<ReturnType<typeof addFile>>;
type Added = Extract<Outcome, { ok: true }>;
type Refused = Extract<Outcome, { ok: false }>;

/**
 * Takes files for a page (`pageId`) or a space (`spaceSlug`), named in the address or in fields
 * before the file. A program gets JSON `{ markdown, href, name }`; a plain form goes back to the
 * files it came from.
 */
export async function POST(request: Request): Promise<Response> {
  if (isForged(request)) return told(request, 403, 'This form was sent from another site.');
  const context = await signedInContext();
  if (!context) return told(request, 401, 'Sign in first.');
  const { requestBytesMax, sentence } = uploadLimits();
  if (Number(request.headers.get('content-length') ?? 0) > requestBytesMax) {
    return told(request, 413, sentence);
  }
  try {
    const upload = await receive(request, context);
    if (!upload.place) return told(request, 404, 'There is no such page or space.');
    if (upload.refusal) {
      return told(request, 422, upload.refusal.message, upload.place, upload.refusal.reason);
    }
    const [first] = upload.added;
    if (!first) return told(request, 400, FILE_REFUSALS.none, upload.place, 'none');
    if (!wantsJson(request)) return seeOther(hrefOf(upload.place));
    const files = upload.added.map(({ file, markdown, href }) => ({ ...file, markdown, href }));
    return Response.json({ ...files[0], files }, { status: 201 });
  } catch (error) {
    if (error instanceof Forbidden) return told(request, 403, error.message);
    if (error instanceof MalformedForm) return told(request, 400, 'This is no form with a file.');
    log.error({ err: error }, 'an upload failed');
    return told(
      request,
      500,
      'The file was not stored: something went wrong on our side. Try again.',
    );
  }
}

async function receive(request: Request, context: Context) {
  const query = new URL(request.url).searchParams;
  const added: Added[] = [];
  let place: FilePlace | null | undefined;
  let refusal: Refused | null = null;
  const findPlace = (fields: ReadonlyMap<string, string>) =>
    getFilePlace(context, {
      pageId: query.get('pageId') ?? fields.get('pageId'),
      spaceSlug: query.get('spaceSlug') ?? fields.get('spaceSlug'),
    });
  const fields = await readForm(request, async (file, fieldsSoFar) => {
    place ??= await findPlace(fieldsSoFar);
    if (!place || refusal) return;
    const outcome = await addFile(context, place, file);
    if (outcome.ok) added.push(outcome);
    else refusal = outcome;
  });
  place ??= await findPlace(fields);
  return { place, added, refusal: refusal as Refused | null };
}

const wantsJson = (request: Request) => !request.headers.get('accept')?.includes('text/html');

const hrefOf = ({ spaceSlug, page }: FilePlace) => filesHref({ spaceSlug, path: page?.path });

/** An address without its host: behind a proxy this server does not know the one people type. */
const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address } });

function told(
  request: Request,
  status: number,
  error: string,
  place?: FilePlace,
  reason?: FileRefusal,
): Response {
  if (wantsJson(request)) return Response.json({ error }, { status });
  if (place && reason) return seeOther(`${hrefOf(place)}?refused=${reason}`);
  return new Response(`${error}\n`, { status });
}
