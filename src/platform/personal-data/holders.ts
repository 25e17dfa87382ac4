import { draftsHolder } from './drafts.ts';
import { journalHolder } from './journal.ts';
import { mailHolder } from './mail.ts';
import type { PersonalDataHolder } from './model.ts';
import { settingsHolder } from './settings.ts';
import { signInHolder } from './sign-in.ts';

/** What the platform itself holds about whoever has an account. */
export const platformHolders: readonly PersonalDataHolder[] = [
  signInHolder,
  draftsHolder,
  mailHolder,
  journalHolder,
  settingsHolder,
];
