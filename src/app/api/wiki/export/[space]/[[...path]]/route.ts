import { Readable } from 'node:stream';
import { signedInContext } from '@/features/identity/queries';
import { nameOf } from '@/features/wiki/addresses';
import { exportPageHtml } from '@/features/wiki/exporting/html/queries';
import { getPageExport } from '@/features/wiki/exporting/queries';
import { exportSpace } from '@/features/wiki/exporting/zip/queries';
import { cleanFileName } from '@/features/wiki/files/names';
import { dispositionName } from '@/features/wiki/files/serving';

type Props = { params: Promise<{ space: string; path?: string[] }> };

const NONE = new Response('There is no such page or space.\n', { status: 404 });

/** A space as a ZIP file, or a page of it as Markdown or, with `?as=html`, as one HTML file. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const context = await signedInContext();
  if (!context) return new Response('Sign in first.\n', { status: 401 });
  const { space: spaceSlug, path: segments = [] } = await params;
  if (segments.length === 0) {
    const zip = await exportSpace(context, spaceSlug);
    return zip
      ? saved(Readable.toWeb(zip) as ReadableStream, `${spaceSlug}.zip`, 'application/zip')
      : NONE.clone();
  }
  const path = segments.map(decodeURIComponent).join('/');
  if (new URL(request.url).searchParams.get('as') === 'html') {
    const html = await exportPageHtml(context, { spaceSlug, path });
    return html === null
      ? NONE.clone()
      : saved(html, `${nameOf(path)}.html`, 'text/html; charset=utf-8');
  }
  const page = await getPageExport(context, { spaceSlug, path });
  return page
    ? saved(page.markdown, `${nameOf(path)}.md`, 'text/markdown; charset=utf-8')
    : NONE.clone();
}

/** Always kept as a file, never opened under the portal's own address. */
function saved(body: string | ReadableStream, name: string, type: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; ${dispositionName(cleanFileName(name))}`,
      'Cache-Control': 'private, no-store',
    },
  });
}
