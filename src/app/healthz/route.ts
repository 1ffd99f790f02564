export const dynamic = 'force-dynamic';

/** The process is alive. Says nothing of the database: restarting us would not mend it. */
export function GET() {
  return new Response('ok\n');
}
