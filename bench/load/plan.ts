import type { Counts } from './histogram.ts';

/** What the load process is asked to do. */
export interface LoadPlan {
  /** Where to, for example http://127.0.0.1:3000. */
  origin: string;
  /** The pages asked for, one drawn for each request. */
  paths: string[];
  headers: Record<string, string>;
  connections: number;
  seconds: number;
  /** Writes among the requests: a POST to `url` answers the number of the change it made, once it holds. */
  writes?: {
    url: string;
    /** Which share of the requests are writes, from 0 to 1. */
    share: number;
  };
}

/** What it saw. Times are in microseconds, from the request's first byte sent to the answer's last received. */
export interface LoadResult {
  seconds: number;
  requests: number;
  bytes: number;
  /** How many answers had each status. */
  statuses: Record<string, number>;
  /** Connections that broke, with what they said; their requests are not among the requests. */
  failures: Record<string, number>;
  times: Counts;
  writes: {
    times: Counts;
    /** Pages that showed the number of a change. */
    checked: number;
    /** Pages that showed an older change than one acknowledged before they were asked for. */
    stale: number;
  };
}
