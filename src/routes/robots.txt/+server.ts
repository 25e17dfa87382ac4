import { answer } from '../answer.ts';

export const GET = ({ locals: { publicUrl } }) =>
  answer(`User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`, 'text/plain; charset=utf-8');
