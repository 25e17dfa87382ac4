import type { Links } from '../links.ts';
import { text, type FullText } from '../text.ts';
import type { ConceptEntry } from './model.ts';

function priority(code: string, name: FullText, definition: FullText): ConceptEntry {
  const links: Links = { cites: ['iom-srf'] };
  return { scheme: 'priority', code, name, definition, links };
}

/**
 * Cross-cutting priorities. The public note of 2018 has the heading and lists none; these four are the ones of
 * IOM's Strategic Results Framework, whose titles are quoted and whose definitions are ours.
 */
export const priorities: Record<string, ConceptEntry> = {
  'integrity-transparency-accountability': priority(
    '1',
    text(
      'Intégrité, transparence et redevabilité',
      'النزاهة والشفافية والمساءلة',
      'Integrity, transparency and accountability',
    ),
    text(
      'Mesurer ce que l’on fait, le publier et en répondre devant les États et devant les personnes concernées.',
      'قياس ما يُنجز ونشره وتقديم الحساب عنه أمام الدول والأشخاص المعنيين.',
      'Measuring what is done, publishing it, and answering for it to States and to the people concerned.',
    ),
  ),
  'equality-diversity-inclusion': priority(
    '2',
    text('Égalité, diversité et inclusion', 'المساواة والتنوع والإدماج', 'Equality, diversity and inclusion'),
    text(
      'Garantir à toute personne en migration la même dignité et les mêmes droits, lever les obstacles qui l’en privent et l’associer aux décisions.',
      'ضمان الكرامة نفسها والحقوق نفسها لكل شخص في وضعية هجرة، وإزالة ما يحول دونها، وإشراكه في القرار.',
      'Securing the same dignity and the same rights for everyone on the move, removing what stands in the way, and giving them a part in decisions.',
    ),
  ),
  'protection-centred': priority(
    '3',
    text('La protection au centre', 'الحماية في صلب العمل', 'Protection at the centre'),
    text(
      'Partir des droits et du bien-être des personnes migrantes, et d’abord de celles qui courent le plus de risques.',
      'الانطلاق من حقوق المهاجرين ورفاههم، بدءاً بالفئات الأكثر عرضة للمخاطر.',
      'Starting from the rights and the well-being of migrants, first of all of those who face the greatest risks.',
    ),
  ),
  'environmental-sustainability': priority(
    '4',
    text('Durabilité environnementale', 'الاستدامة البيئية', 'Environmental sustainability'),
    text(
      'Tenir compte du climat et du milieu dans les projets comme dans le fonctionnement de l’organisation.',
      'مراعاة المناخ والبيئة في المشاريع كما في سير عمل المنظمة.',
      'Taking climate and environment into account in projects and in the organisation’s own running.',
    ),
  ),
};
