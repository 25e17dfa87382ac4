/** What an Event of schema.org is told from. Languages are BCP 47. */

export interface EventRecord {
  /** The record's address without a language. */
  id: string;
  /** The page that shows it, in this language. */
  url: string;
  name: string;
  alternateName?: string | null;
  description?: string | null;
  /** Languages spoken, or of the texts here. */
  languages: readonly string[];
  when?: When | null;
  /** The day it was first announced for, where it was moved. */
  previousStart?: string | null;
  status?: 'scheduled' | 'postponed' | 'rescheduled' | 'cancelled';
  /** Left out where it is not known. */
  attendance?: 'onsite' | 'online' | 'mixed';
  location?: Place | null;
  image?: string | null;
  keywords?: readonly string[];
  organizers?: readonly Organization[];
  funders?: readonly Organization[];
  sponsors?: readonly Organization[];
  contributors?: readonly Organization[];
  performers?: readonly Person[];
  parts?: readonly EventRecord[];
  /** What it is a part or an edition of. */
  partOf?: { id: string; name: string; url?: string | null; series?: boolean } | null;
}

/**
 * `start` and `end` are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a local `YYYY-MM-DDTHH:mm` of the zone named: as
 * precise as is known, no more.
 */
export interface When {
  start: string;
  end?: string | null;
  /** IANA name; needed for hours only. */
  timeZone?: string;
}

export interface Organization {
  id?: string | null;
  name: string;
  url?: string | null;
  /** The type of schema.org it is known to be. */
  type?: 'Organization' | 'GovernmentOrganization' | 'NGO' | 'CollegeOrUniversity' | 'Corporation';
}

export interface Person {
  id?: string | null;
  name: string;
  url?: string | null;
  /** The public role held at the time. */
  jobTitle?: string | null;
  affiliation?: Organization | null;
}

export interface Place {
  name?: string | null;
  street?: string | null;
  locality?: string | null;
  region?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
}
