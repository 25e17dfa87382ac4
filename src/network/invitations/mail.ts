import { m } from '#messages';
import type { Role } from '#platform/actor/actor.ts';
import { dayOf } from '#platform/clock/due.ts';
import { formatDate, formatList } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';
import type { NoticeLine } from '../notices/model.ts';

interface Invited {
  locale: Locale;
  name: string;
  role: Role;
  /** The name of what the role is held on, in the letter's language; empty for the network. */
  place: string;
  href: string;
  expiresAt: Date;
  /** The roles that are handed over, where the invitation asks somebody to succeed. */
  handed?: readonly Role[] | undefined;
}

/** Asks somebody to take a role in the network. */
export function invitationMail({ locale, name, role, place, href, expiresAt, handed = [] }: Invited) {
  const say = { locale };
  const word = m.network_role({ role }, say);
  const date = formatDate(dayOf(expiresAt), locale);
  return composeMail({
    locale,
    subject:
      handed.length > 0
        ? m.network_mail_invitation_subject_handover({}, say)
        : m.network_mail_invitation_subject({}, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [
      place === ''
        ? m.network_mail_invitation_text({ role: word }, say)
        : m.network_mail_invitation_text_on({ role: word, place }, say),
      ...(handed.length > 0 ? [handoverSentence(locale, handed)] : []),
      m.network_mail_invitation_until({ date }, say),
      m.network_mail_invitation_ignore({}, say),
    ],
    action: { label: m.network_mail_invitation_action({}, say), href },
    footer: m.network_mail_footer({}, say),
  });
}

/** Says that roles are to be handed over, and which. */
function handoverSentence(locale: Locale, handed: readonly Role[]): string {
  const say = { locale };
  const roles = formatList(
    handed.map((role) => m.network_role({ role }, say)),
    locale,
  );
  return m.network_invitation_handover({ roles }, say);
}

/** Says to whoever sent it that an invitation was accepted. */
export function acceptedNotice(
  locale: Locale,
  { name, role, place }: Pick<Invited, 'name' | 'role' | 'place'>,
): NoticeLine {
  const say = { locale };
  const held = m.network_role({ role }, say);
  const at = place === '' ? m.network_place_network({}, say) : place;
  const word = m.network_role_on({ role: held, place: at }, say);
  return { text: m.network_notice_invitation_accepted({ name, role: word }, say), address: '/accounts' };
}
