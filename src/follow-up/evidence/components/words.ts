import { m } from '#messages';
import type { CopyProblem, EvidenceKind } from '../model.ts';

const kinds: Record<EvidenceKind, () => string> = {
  file: m.follow_up_evidence_file,
  'web-page': m.follow_up_evidence_web_page,
  record: m.follow_up_evidence_record,
};

/** What kind of thing evidence is, in a word. */
export const evidenceKindWord = (kind: EvidenceKind): string => kinds[kind]();

const problems: Record<Exclude<CopyProblem, 'answered'>, () => string> = {
  'led-inside': m.follow_up_copy_led_inside,
  'not-found': m.follow_up_copy_not_found,
  unreachable: m.follow_up_copy_unreachable,
  certificate: m.follow_up_copy_certificate,
  gone: m.follow_up_copy_gone,
  redirects: m.follow_up_copy_redirects,
  'too-large': m.follow_up_copy_too_large,
  'too-slow': m.follow_up_copy_too_slow,
};

/** Why there is no copy of a web page, as a sentence. */
export const copyProblemWord = (problem: CopyProblem, status: number | null): string =>
  problem === 'answered' ? m.follow_up_copy_answered({ status: String(status) }) : problems[problem]();
