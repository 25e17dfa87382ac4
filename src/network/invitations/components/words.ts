import { m } from '#messages';
import type { Role } from '#platform/actor/actor.ts';
import { formatList } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** Says to whoever is invited that roles are to be handed over to them, and which. */
export function handoverSentence(locale: Locale, handed: readonly Role[]): string {
  const say = { locale };
  const roles = formatList(
    handed.map((role) => m.network_role({ role }, say)),
    locale,
  );
  return m.network_invitation_handover({ roles }, say);
}
