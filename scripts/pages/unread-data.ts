import type { Plugin } from 'vite';

/** Kit's renderer of pages, which writes what loads answered with into the page for a script to read. */
const RENDERER = /\/@sveltejs\/kit\/src\/runtime\/server\/page\/index\.js$/;

const WRITER = 'const data_serializer = server_data_serializer(event, state);';

/**
 * Kit makes text of all that loads answer with even where `csr = false` leaves no script to read it, then
 * throws the text away: a third of the work of a large page. This leaves it out for those pages, and only for
 * them. It holds to the very text of one Kit: another ends the build with a word, never with wrong pages.
 *
 * Such pages lose what the writer did besides: a load that answers with a promise it doesn't await has to look
 * after the promise's failure by itself.
 */
export function withoutUnreadData(): Plugin {
  return {
    name: 'indimaj-without-unread-data',
    enforce: 'pre',
    transform(code, id) {
      return RENDERER.test(id.replaceAll('\\', '/')) ? { code: leaveUnread(code), map: null } : undefined;
    },
  };
}

/** The renderer, mended. @throws Error where it is not written as expected. */
export function leaveUnread(code: string): string {
  const [before, after, ...more] = code.split(WRITER);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `Kit's renderer doesn't say “${WRITER}” once any more: read it again, then mend or drop scripts/pages/unread-data.ts`,
    );
  return `${before}const data_serializer = (${isRead})(nodes.data)
			? server_data_serializer(event, state)
			: { set_max_nodes() {}, add_node() {}, get_data: () => ({ data: '[]', chunks: null }) };${after}`;
}

/** What Kit knows of a layout or a page, as far as scripts go. */
export interface PageNode {
  universal?: { csr?: boolean | undefined } | undefined;
  server?: { csr?: boolean | undefined } | undefined;
}

/**
 * Whether a script may read the data of a page: its own, or that of an error page in any layout around it. The
 * innermost says so, and where none says anything scripts run. It goes into Kit's renderer as it stands.
 * @param nodes the layouts from the outermost to the page
 */
export function isRead(nodes: readonly (PageNode | undefined)[]): boolean {
  let csr = true;
  return nodes.some((node) => (csr = node?.universal?.csr ?? node?.server?.csr ?? csr));
}
