import { readiness } from '@/foundation/readiness';

export const dynamic = 'force-dynamic';

/** Requests may be sent here: the database answers and is migrated. */
export async function GET() {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503 });
}
