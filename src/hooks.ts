import { splitLocale } from '#platform/locale/address.ts';

/** Routes are written without their locale: /ar/workshops/x is the route /workshops/x. */
export const reroute = ({ url }: { url: URL }): string => splitLocale(url.pathname).address;
