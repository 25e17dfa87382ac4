/** Tables that the sign-in library keeps; nothing else writes them. */
declare module '../database/tables.ts' {
  interface Tables {
    sign_in_sessions: {
      id: string;
      created_at: string;
      updated_at: string;
      account_id: string;
      token: string;
      expires_at: string;
      ip_address: string | null;
      user_agent: string | null;
    };
    sign_in_methods: {
      id: string;
      created_at: string;
      updated_at: string;
      account_id: string;
      provider_id: string;
      provider_account_id: string;
      access_token: string | null;
      refresh_token: string | null;
      id_token: string | null;
      access_token_expires_at: string | null;
      refresh_token_expires_at: string | null;
      scope: string | null;
      password: string | null;
    };
    sign_in_tokens: {
      id: string;
      created_at: string;
      updated_at: string;
      identifier: string;
      value: string;
      expires_at: string;
    };
    passkeys: {
      id: string;
      created_at: string | null;
      account_id: string;
      name: string | null;
      public_key: string;
      credential_id: string;
      counter: number;
      device_type: string;
      backed_up: 0 | 1;
      transports: string | null;
      aaguid: string | null;
    };
  }
}

/** A mail link is good for this long, in seconds; mails that carry one are not sent later. */
export const LINK_SECONDS = 15 * 60;

/** For how long a session counts as fresh, in seconds: whoever is at the keyboard has just shown who they are. */
export const FRESH_SECONDS = 15 * 60;

/** Who is signed in, as a request's cookies say. */
export interface SignedIn {
  accountId: string;
  sessionId: string;
  /** When this session began, for changes that ask for a fresh one. */
  since: Date;
  /** Cookies to set with the answer: a session that is used lives on. */
  cookies: string[];
}

/** A sign-in that succeeded: the cookies that carry it. */
export interface Admission {
  accountId: string;
  cookies: string[];
}

/** An identity provider that speaks OpenID Connect. */
export interface OpenIdProvider {
  /** Names it in addresses. */
  id: string;
  /** Where its configuration document lies (…/.well-known/openid-configuration). */
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
}

/** How accounts sign in. No answer tells whether an account exists. */
export interface SignIn {
  session(headers: Headers): Promise<SignedIn | null>;
  withPassword(email: string, password: string, headers: Headers): Promise<Admission | null>;
  /** A one-time token for a mail link; null where no account has the address. */
  linkToken(email: string, headers: Headers): Promise<string | null>;
  withLink(token: string, headers: Headers): Promise<Admission | null>;
  /**
   * Opens a session without any proof: the demonstration's own accounts, and an invitation just accepted.
   * @throws Error where the account may not sign in
   */
  open(accountId: string, headers: Headers): Promise<Admission>;
  /**
   * Where a person goes to show an identity provider who they are.
   * @param to whole addresses: where they come back, and where if they are not admitted
   * @returns null where the provider is unknown or doesn't answer
   */
  withProvider(
    id: string,
    to: { after: string; refused: string },
    headers: Headers,
  ): Promise<{ url: string; cookies: string[] } | null>;
  /** Ends the session, where there still is one; @returns cookies that forget it. */
  end(headers: Headers): Promise<string[]>;
  hasPassword(accountId: string): Promise<boolean>;
  isPassword(accountId: string, password: string): Promise<boolean>;
  /** Sets a password and ends every session of the account but one. */
  setPassword(accountId: string, password: string, keepSessionId: string | null): Promise<void>;
  /** Passkeys and identity providers speak to the library itself, under /api/sign-in. */
  answer(request: Request): Promise<Response>;
}
