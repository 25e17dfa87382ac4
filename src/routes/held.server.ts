import { handoverWord } from '#follow-up/handovers/components/words.ts';
import { m } from '#messages';
import { rhythmWord } from '#network/profiles/components/fields.ts';
import { CAPITAL_ZONE } from '#platform/clock/zone.ts';
import type { HeldList, HeldRow } from '#platform/personal-data/model.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { MailStatus } from '#platform/services/mail.server.ts';
import { sentence } from './forms.server.ts';
import { purposeWord, stateWord } from './mail-words.server.ts';

/** The most entries of one list that a page shows; the file has all. */
const SHOWN = 200;

type Word = (code: never) => string;

const languages: Record<string, () => string> = {
  fr: m.network_language_fr,
  ar: m.network_language_ar,
  en: m.network_language_en,
};
const verbs: Record<string, () => string> = {
  create: m.network_history_created,
  update: m.network_history_changed,
  delete: m.network_history_deleted,
};

/** Words for what is held as a code, by the list and the column; `*` in every list. */
const words: Record<string, Record<string, Word>> = {
  '*': {
    role: (role: never) => m.network_role({ role }),
    language: (locale: string) => languages[locale]?.() ?? locale,
    scope: (scope: never) => m.network_held_scope_word({ scope }),
  },
  account: {
    state: (state: never) => m.network_held_account_state({ state }),
    notices: rhythmWord,
  },
  invitations: { state: (state: never) => m.network_invitation_state({ state }) },
  requests: { state: (status: never) => m.network_membership_status({ status }) },
  methods: { method: (method: never) => m.network_held_method_word({ method }) },
  passkeys: { device: (device: never) => m.network_held_device_word({ device }) },
  mail: { state: (status: MailStatus) => stateWord(status), purpose: purposeWord },
  journal: {
    change: (verb: string) => verbs[verb]?.() ?? verb,
    kind: (kind: never) => m.network_held_kind_word({ kind }),
  },
  notices: { kind: (kind: never) => m.network_held_notice_word({ kind }) },
  handovers: { state: handoverWord },
  absences: {
    kind: (kind: string) =>
      kind === 'away' ? m.network_held_absence_away() : m.network_held_absence_stand_in(),
  },
};

/** What is held about somebody, in the reader's words. */
export function heldWords(lists: readonly HeldList[], locale: App.Locals['locale']) {
  return lists.map(({ name, rows }) => ({
    name,
    title: sentence(`network_held_of_${name}`),
    count: rows.length,
    rows: rows.slice(0, SHOWN).map((row) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => ({
          label: sentence(`network_held_${key}`),
          text: textOf(name, key, value, locale),
        })),
    ),
  }));
}

function textOf(list: string, key: string, value: HeldRow[string], locale: App.Locals['locale']): string {
  if (key === 'record' && value === 'network') return m.network_place_network();
  if (isInstant(value)) return formatInstant(value, CAPITAL_ZONE, locale);
  const word = words[list]?.[key] ?? words['*']![key];
  return word ? word(value as never) : String(value);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value);
}
