import { m } from '#messages';
import type { Aspect, ProcessingId } from '../model.ts';

const labels: Record<Aspect, () => string> = {
  purpose: m.network_processing_purpose,
  data: m.network_processing_data,
  basis: m.network_processing_basis,
  recipients: m.network_processing_recipients,
  retention: m.network_processing_retention,
};

const titles: Record<ProcessingId, () => string> = {
  accounts: m.network_processing_accounts_title,
  invitations: m.network_processing_invitations_title,
  requests: m.network_processing_requests_title,
  approvals: m.network_processing_approvals_title,
  mail: m.network_processing_mail_title,
  subscriptions: m.network_processing_subscriptions_title,
  notices: m.network_processing_notices_title,
  follows: m.network_processing_follows_title,
  views: m.network_processing_views_title,
  sessions: m.network_processing_sessions_title,
  journal: m.network_processing_journal_title,
  people: m.network_processing_people_title,
  drafts: m.network_processing_drafts_title,
};

const texts: Record<ProcessingId, Record<Aspect, () => string>> = {
  accounts: {
    purpose: m.network_processing_accounts_purpose,
    data: m.network_processing_accounts_data,
    basis: m.network_processing_accounts_basis,
    recipients: m.network_processing_accounts_recipients,
    retention: m.network_processing_accounts_retention,
  },
  invitations: {
    purpose: m.network_processing_invitations_purpose,
    data: m.network_processing_invitations_data,
    basis: m.network_processing_invitations_basis,
    recipients: m.network_processing_invitations_recipients,
    retention: m.network_processing_invitations_retention,
  },
  requests: {
    purpose: m.network_processing_requests_purpose,
    data: m.network_processing_requests_data,
    basis: m.network_processing_requests_basis,
    recipients: m.network_processing_requests_recipients,
    retention: m.network_processing_requests_retention,
  },
  approvals: {
    purpose: m.network_processing_approvals_purpose,
    data: m.network_processing_approvals_data,
    basis: m.network_processing_approvals_basis,
    recipients: m.network_processing_approvals_recipients,
    retention: m.network_processing_approvals_retention,
  },
  mail: {
    purpose: m.network_processing_mail_purpose,
    data: m.network_processing_mail_data,
    basis: m.network_processing_mail_basis,
    recipients: m.network_processing_mail_recipients,
    retention: m.network_processing_mail_retention,
  },
  subscriptions: {
    purpose: m.network_processing_subscriptions_purpose,
    data: m.network_processing_subscriptions_data,
    basis: m.network_processing_subscriptions_basis,
    recipients: m.network_processing_subscriptions_recipients,
    retention: m.network_processing_subscriptions_retention,
  },
  notices: {
    purpose: m.network_processing_notices_purpose,
    data: m.network_processing_notices_data,
    basis: m.network_processing_notices_basis,
    recipients: m.network_processing_notices_recipients,
    retention: m.network_processing_notices_retention,
  },
  follows: {
    purpose: m.network_processing_follows_purpose,
    data: m.network_processing_follows_data,
    basis: m.network_processing_follows_basis,
    recipients: m.network_processing_follows_recipients,
    retention: m.network_processing_follows_retention,
  },
  views: {
    purpose: m.network_processing_views_purpose,
    data: m.network_processing_views_data,
    basis: m.network_processing_views_basis,
    recipients: m.network_processing_views_recipients,
    retention: m.network_processing_views_retention,
  },
  sessions: {
    purpose: m.network_processing_sessions_purpose,
    data: m.network_processing_sessions_data,
    basis: m.network_processing_sessions_basis,
    recipients: m.network_processing_sessions_recipients,
    retention: m.network_processing_sessions_retention,
  },
  journal: {
    purpose: m.network_processing_journal_purpose,
    data: m.network_processing_journal_data,
    basis: m.network_processing_journal_basis,
    recipients: m.network_processing_journal_recipients,
    retention: m.network_processing_journal_retention,
  },
  people: {
    purpose: m.network_processing_people_purpose,
    data: m.network_processing_people_data,
    basis: m.network_processing_people_basis,
    recipients: m.network_processing_people_recipients,
    retention: m.network_processing_people_retention,
  },
  drafts: {
    purpose: m.network_processing_drafts_purpose,
    data: m.network_processing_drafts_data,
    basis: m.network_processing_drafts_basis,
    recipients: m.network_processing_drafts_recipients,
    retention: m.network_processing_drafts_retention,
  },
};

export const aspectLabel = (aspect: Aspect): string => labels[aspect]();
export const processingTitle = (id: ProcessingId): string => titles[id]();
export const aspectText = (id: ProcessingId, aspect: Aspect): string => texts[id][aspect]();
