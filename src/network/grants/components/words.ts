import { m } from '#messages';
import type { Role } from '#platform/actor/actor.ts';

const roles: Record<Role, () => string> = {
  administrator: m.network_role_administrator,
  coordinator: m.network_role_coordinator,
  'focal-point': m.network_role_focal_point,
  alternate: m.network_role_alternate,
  validator: m.network_role_validator,
  facilitator: m.network_role_facilitator,
  rapporteur: m.network_role_rapporteur,
  member: m.network_role_member,
  reader: m.network_role_reader,
};

export const roleWord = (role: Role): string => roles[role]();
