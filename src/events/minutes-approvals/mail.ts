import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { composeMail } from '#platform/mail/compose.ts';
import type { ApprovalAnswer } from './model.ts';

interface Answered {
  answer: Exclude<ApprovalAnswer, 'none'>;
  name: string;
  session: string;
  slug: string;
  anchor: string;
}

/** Says to a rapporteur what somebody answered who was asked to approve minutes. */
export function answeredNotice(
  locale: Locale,
  { answer, name, session, slug, anchor }: Answered,
): NoticeLine {
  const words = { approved: m.events_notice_minutes_approved, changes: m.events_notice_minutes_changes };
  return {
    text: words[answer]({ name, session }, { locale }),
    address: `/workshops/${slug}/minutes/${anchor}/approval`,
  };
}

interface Replied {
  locale: Locale;
  name: string;
  workshop: string;
  session: string;
  /** What they asked for, and what they are told. */
  remark: string;
  reply: string;
}

/** Says to somebody who asked for a change what the rapporteur replied. */
export function replyMail({ locale, name, workshop, session, remark, reply }: Replied) {
  const say = { locale };
  return composeMail({
    locale,
    subject: m.events_minutes_reply_mail_subject({ session }, say),
    greeting: m.network_mail_greeting({ name }, say),
    paragraphs: [
      m.events_minutes_reply_mail_text({ session, workshop }, say),
      m.events_minutes_reply_mail_asked({ text: remark }, say),
      m.events_minutes_reply_mail_reply({ text: reply }, say),
      m.events_minutes_reply_mail_how({}, say),
    ],
    footer: m.network_mail_footer({}, say),
  });
}
