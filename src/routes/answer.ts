/** A file beside a page: its bytes with their type, shown in the browser under a name it can be kept by. */
export function answer(body: string | Uint8Array<ArrayBuffer>, type: string, name?: string): Response {
  const headers: Record<string, string> = { 'content-type': type };
  if (name) headers['content-disposition'] = `inline; filename="${name}"`;
  return new Response(body, { headers });
}
