/**
 * Who reads a record: those who edit it, everybody who holds a role in the network, or everybody.
 */
export const visibilities = ['draft', 'network', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
