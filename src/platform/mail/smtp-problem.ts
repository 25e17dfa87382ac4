import type { MailProblem } from './model.ts';
import type { Handed } from './transport.ts';

/** What the SMTP client says of a failure (nodemailer's errors). */
export interface SmtpError {
  code?: string | undefined;
  /** The code of the system or of TLS, where `code` is the client's own. */
  originalCode?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
}

const CERTIFICATE: Record<string, MailProblem> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
};
/** OpenSSL's words for a certificate that nobody known vouches for (openssl-verification-options(1)). */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_(REVOKED|UNTRUSTED|REJECTED|SIGNATURE)|INVALID_(CA|PURPOSE)/;

/** Answers that mean the sign-in, wherever they come (RFC 4954 §6). */
const SIGN_IN = new Set([530, 534, 535, 538]);

/** Why no conversation came about. */
export function outageOf(error: SmtpError): string {
  const { code = '', originalCode = '', command = '', responseCode = 0 } = error;
  if (code === 'EAUTH' || SIGN_IN.has(responseCode)) return withCode('sign-in', error);
  const certificate =
    CERTIFICATE[originalCode] ?? (UNTRUSTED.test(originalCode) ? 'certificate-untrusted' : null);
  if (certificate) return certificate;
  if (command === 'STARTTLS' && responseCode) return withCode('no-encryption', error);
  if (code === 'ETLS' || originalCode === 'EPROTO' || originalCode.startsWith('ERR_SSL')) return 'encryption';
  if (code === 'EDNS') return 'host-unknown';
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return 'timeout';
  if (responseCode >= 400) return codesOf(error);
  if (code === 'EPROTOCOL') return 'not-mail';
  if (/^E(CONNREFUSED|HOSTUNREACH|NETUNREACH|HOSTDOWN)$/.test(originalCode)) return 'not-answering';
  return 'connection-lost';
}

/**
 * What became of a message whose sending failed.
 * @param whole whether all of it was written, with the dot that ends it
 */
export function handedOf(error: SmtpError, whole: boolean): Handed {
  const { code = '', command = '', responseCode = 0 } = error;
  if (SIGN_IN.has(responseCode)) return { became: 'outage', problem: withCode('sign-in', error) };
  // The sender is the node's own, the same for every message; only a size is the message's (RFC 1870 §6).
  if (
    command === 'MAIL FROM' &&
    responseCode >= 500 &&
    responseCode !== 552 &&
    !/ 5\.3\.4 /.test(error.response ?? '')
  )
    return { became: 'outage', problem: withCode('sender', error) };
  if (responseCode >= 500) return { became: 'failed', problem: codesOf(error) };
  if (responseCode >= 400) return { became: 'later', problem: codesOf(error) };
  if (whole) return { became: 'uncertain', problem: code === 'ETIMEDOUT' ? 'timeout' : 'connection-lost' };
  if (code === 'EMESSAGE') return { became: 'failed', problem: 'too-large' };
  if (code === 'EENVELOPE') return { became: 'failed', problem: 'address' };
  return { became: 'later', problem: code === 'ETIMEDOUT' ? 'timeout' : 'connection-lost' };
}

/** A server's codes without its words, which may hold an address: `550`, `550 5.1.1` (RFC 3463). */
function codesOf({ response = '', responseCode }: SmtpError): string {
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return status ? `${responseCode} ${status}` : `${responseCode}`;
}

function withCode(problem: MailProblem, error: SmtpError): string {
  return error.responseCode ? `${problem} ${codesOf(error)}` : problem;
}
