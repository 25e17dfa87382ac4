import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What of IPv4 is no part of the public internet (IANA IPv4 Special-Purpose Address Registry; multicast; reserved). */
const special4 = ranges('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]);

/** All of IPv6 that is given out for the public internet (RFC 4291 §2.4): what maps or embeds IPv4 lies outside, or below. */
const global6 = ranges('ipv6', ['2000::/3']);

/** What of it is set aside: protocols and Teredo, documentation, 6to4 (IANA IPv6 Special-Purpose Address Registry). */
const special6 = ranges('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/**
 * Whether an address of IPv4 or IPv6 is one of the public internet: not this machine's, not of a network around it, and
 * none that stands for another address.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes('%') || own().check(address, family === 4 ? 'ipv4' : 'ipv6'))
    return false;
  return family === 4
    ? !special4.check(address, 'ipv4')
    : global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

/** The addresses of this machine itself: what it serves for itself alone may listen on a public one. */
function own(): BlockList {
  const list = new BlockList();
  for (const { address } of Object.values(networkInterfaces()).flatMap((each) => each ?? []))
    if (isIP(address) && !address.includes('%'))
      list.addAddress(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return list;
}

function ranges(type: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = '', prefix] = subnet.split('/');
    list.addSubnet(net, Number(prefix), type);
  }
  return list;
}
