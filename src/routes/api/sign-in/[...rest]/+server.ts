import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';

/** Passkeys and identity providers speak to the sign-in library itself; it lets nothing else through. */
const answer = async ({ request }: { request: Request }) => {
  if (!(await mayTry('library', null, request.headers))) return new Response(null, { status: 429 });
  return (await services().signIn()).answer(request);
};

export const GET = answer;
export const POST = answer;
