import type { Role, Scope } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/locale/locale.ts';

/** An account of the demonstration: a role, never a person. */
export interface DemonstrationAccount {
  name: string;
  locale: Locale;
  role: Role;
  scope: Scope;
  /** The slug of what the role is held on; nothing for the network. */
  on?: string;
}

/** Whoever looks at a demonstration network may be any of these; their addresses lead nowhere (RFC 2606). */
export const accounts: Record<string, DemonstrationAccount> = {
  administrator: {
    name: 'Administration du réseau',
    locale: 'fr',
    role: 'administrator',
    scope: 'network',
  },
  coordinator: { name: 'Coordination nationale', locale: 'fr', role: 'coordinator', scope: 'network' },
  'focal-point-oriental': {
    name: 'نقطة ارتكاز جهة الشرق',
    locale: 'ar',
    role: 'focal-point',
    scope: 'territory',
    on: 'oriental',
  },
  'coordinator-souss-massa': {
    name: 'Coordination, Souss-Massa',
    locale: 'fr',
    role: 'coordinator',
    scope: 'territory',
    on: 'souss-massa',
  },
  facilitator: {
    name: 'Facilitation, OIM',
    locale: 'fr',
    role: 'facilitator',
    scope: 'organisation',
    on: 'iom-morocco',
  },
  rapporteur: {
    name: 'Rapport, Rabat 2018',
    locale: 'fr',
    role: 'rapporteur',
    scope: 'workshop',
    on: 'rabat-2018',
  },
  member: {
    name: 'Membre, Université Mohammed Premier',
    locale: 'fr',
    role: 'member',
    scope: 'organisation',
    on: 'university-mohammed-premier',
  },
  participant: {
    name: 'Participation, Rabat 2018',
    locale: 'fr',
    role: 'reader',
    scope: 'workshop',
    on: 'rabat-2018',
  },
};
