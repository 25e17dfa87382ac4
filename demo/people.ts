import { name, type FullText } from './text.ts';

/** The seven people whom the public note of April 2018 names. Arabic spellings are ours. */
export const people: Record<string, { name: FullText }> = {
  'ana-fonseca': { name: name('Ana Fonseca', 'آنا فونسيكا') },
  'ahmed-skim': { name: name('Ahmed Skim', 'أحمد سكيم') },
  'saad-alami': { name: name('Saad Alami', 'سعد العلمي') },
  'david-martineau': { name: name('David Martineau', 'دافيد مارتينو') },
  'nourredine-alem': { name: name('Nourredine Alem', 'نور الدين عالم') },
  'bara-mboup': { name: name('Bara Mboup', 'بارا مبوب') },
  'hind-aissaoui-bennani': { name: name('Hind Aïssaoui Bennani', 'هند عيساوي بناني') },
};
