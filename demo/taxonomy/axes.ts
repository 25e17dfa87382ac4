import type { Links } from '../links.ts';
import { text, type FullText } from '../text.ts';
import type { ConceptEntry } from './model.ts';

function axis(code: string, name: FullText): ConceptEntry {
  const links: Links = { cites: ['iom-rabat-2018'] };
  return { scheme: 'axis', code, name, links };
}

/** The three axes by which IOM Morocco presents its work; the source names them and defines none. */
export const axes: Record<string, ConceptEntry> = {
  'protection-resilience': axis(
    '1',
    text('Protection et résilience', 'الحماية والقدرة على الصمود', 'Protection and resilience'),
  ),
  'migration-governance-development': axis(
    '2',
    text(
      'Migration, gouvernance et développement',
      'الهجرة والحكامة والتنمية',
      'Migration, governance and development',
    ),
  ),
  youth: axis('3', text('Appui à la jeunesse', 'دعم الشباب', 'Support to youth')),
};
