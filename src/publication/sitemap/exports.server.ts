import { xmlDocument } from '#formats/xml/document.ts';
import { localized } from '#platform/locale/address.ts';
import { locales } from '#platform/locale/locale.ts';
import type { PublicPage } from './queries.server.ts';

/** How many pages a file lists at most; sitemaps.org allows 50,000 addresses and 50 MB. */
const MOST = 2_500;

/**
 * The site map at `/sitemap.xml`: the pages themselves, or the files that list them where they are many.
 * @param publicUrl the node's address without a trailing slash
 */
export function sitemapXml(pages: readonly PublicPage[], publicUrl: string): string {
  if (pages.length <= MOST) return pagesXml(pages, publicUrl);
  const files = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, index) => ({
    loc: `${publicUrl}/sitemap-${index + 1}.xml`,
  }));
  return xmlDocument({
    sitemapindex: { '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9', sitemap: files },
  });
}

/** One of the files that the site map names, from 1; null where there is none of that number. */
export function sitemapPartXml(pages: readonly PublicPage[], publicUrl: string, part: number): string | null {
  const listed = pages.slice((part - 1) * MOST, part * MOST);
  return pages.length > MOST && listed.length > 0 ? pagesXml(listed, publicUrl) : null;
}

/**
 * Pages for search engines (sitemaps.org 0.9), each in its three languages. What every address of a page says of
 * the others is the same, so it is put together once.
 */
function pagesXml(pages: readonly PublicPage[], publicUrl: string): string {
  const url = pages.flatMap(({ address, updatedAt }) => {
    const links = locales.map((other) => ({
      '@rel': 'alternate',
      '@hreflang': other,
      '@href': publicUrl + localized(address, other),
    }));
    return locales.map((locale) => ({
      loc: publicUrl + localized(address, locale),
      ...(updatedAt && { lastmod: updatedAt }),
      'xhtml:link': links,
    }));
  });
  return xmlDocument({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url,
    },
  });
}
