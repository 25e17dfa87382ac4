import { m } from '#messages';
import type { Judgement, ReadingStage } from '../model.ts';

const judgements: Record<Judgement, () => string> = {
  agrees: m.follow_up_judgement_agrees,
  partly: m.follow_up_judgement_partly,
  disagrees: m.follow_up_judgement_disagrees,
};

/** Whether an organisation sees what a report says as it is said. */
export const judgementWord = (judgement: Judgement): string => judgements[judgement]();

const stages: Record<ReadingStage, () => string> = {
  submitted: m.follow_up_reading_submitted,
  published: m.follow_up_reading_published,
  declined: m.follow_up_reading_declined,
  withdrawn: m.follow_up_reading_withdrawn,
};

/** How far a reading has come. */
export const readingStageWord = (stage: ReadingStage): string => stages[stage]();
