import { services } from '#platform/services/services.ts';
import { answer } from '../answer.ts';

export const GET = () =>
  answer(
    `User-agent: *\nAllow: /\nSitemap: ${services().publicUrl}/sitemap.xml\n`,
    'text/plain; charset=utf-8',
  );
