import { Readable } from 'node:stream';
import { signedInContext } from '@/features/identity/queries';
import { signInAddress } from '@/features/identity/return-address';
import { getFile, openFile } from '@/features/wiki/files/queries';
import { askedSpan, fileHeaders } from '@/features/wiki/files/serving';

type Props = { params: Promise<{ id: string; name: string }> };

/** A file's bytes, with headers under which nothing in it can act in a reader's name. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const context = await signedInContext();
  if (!context) return signIn(request);
  const file = await getFile(context, (await params).id);
  if (!file) return plain(404, 'There is no such file.');
  const headers = fileHeaders(file);
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  const span = askedSpan(request.headers.get('range'), file.size);
  if (span === 'outside') {
    return new Response(null, {
      status: 416,
      headers: { 'Content-Range': `bytes */${file.size}` },
    });
  }
  const bytes = await openFile(context, file, span ?? undefined);
  if (!bytes) return plain(404, 'This file is missing from the file store.');
  const length = span ? span.end - span.start + 1 : file.size;
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    status: span ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(length),
      ...(span && { 'Content-Range': `bytes ${span.start}-${span.end}/${file.size}` }),
    },
  });
}

/** Somebody who follows a link is sent to sign in; a picture in a page is only told no. */
function signIn(request: Request): Response {
  if (request.headers.get('sec-fetch-dest') !== 'document') return plain(401, 'Sign in first.');
  const { pathname } = new URL(request.url);
  return new Response(null, { status: 303, headers: { Location: signInAddress(pathname) } });
}

const plain = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
