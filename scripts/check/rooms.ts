/** The capabilities, each importing only from those before it. */
export const capabilities = [
  'network',
  'practices',
  'events',
  'deliberation',
  'follow-up',
  'planning',
  'observatory',
  'publication',
  'federation',
] as const;

export type Capability = (typeof capabilities)[number];

/** The files a capability is made of, without their extension; `components` is a folder. */
export const parts = [
  'model',
  'schema',
  'policy',
  'queries.server',
  'changes.server',
  'reactions.server',
  'imports.server',
  'exports.server',
  'mail',
  'components',
] as const;

export type Part = (typeof parts)[number];

/** The folders of `platform` that know neither the database nor the server: values and words. */
export const plainPlatform = ['actor', 'clock', 'forms', 'locale', 'records', 'text'] as const;

/** Where a file stands in the house. */
export type Place =
  | { room: 'capability'; capability: Capability; part: Part | undefined }
  | { room: 'platform'; folder: string; plain: boolean }
  | { room: 'formats'; format: string }
  | { room: 'messages'; runtime: boolean }
  | { room: 'routes' | 'hooks' | 'service worker' | 'server' | 'ui' | 'cli' | 'demo' | 'elsewhere' };

/** Where the file with this path from the root stands. */
export function placeOf(path: string): Place {
  const [top = '', second = '', third = '', ...deeper] = path.split('/');
  if (top === 'cli' || top === 'demo') return { room: top };
  if (top !== 'src') return { room: 'elsewhere' };
  if (isCapability(second))
    return { room: 'capability', capability: second, part: partOf([third, ...deeper]) };
  if (second === 'platform') {
    const plain = (plainPlatform as readonly string[]).includes(third) && !path.endsWith('.server.ts');
    return { room: 'platform', folder: third, plain };
  }
  if (second === 'formats') return { room: 'formats', format: third };
  if (second === 'paraglide') return { room: 'messages', runtime: third === 'runtime.js' };
  if (second === 'routes' || second === 'ui') return { room: second };
  if (second === 'server.ts') return { room: 'server' };
  if (second === 'service-worker.ts') return { room: 'service worker' };
  return /^hooks(\.|$)|^app\.d\.ts$/.test(second) ? { room: 'hooks' } : { room: 'elsewhere' };
}

/** Whether a folder of src is a capability. */
export function isCapability(name: string): name is Capability {
  return (capabilities as readonly string[]).includes(name);
}

/** A room as a sentence names it. */
export function nameOf(place: Place): string {
  if (place.room !== 'capability') return place.room;
  return place.part ? `${place.capability}’s ${place.part}` : place.capability;
}

function partOf(segments: string[]): Part | undefined {
  if (segments.includes('components')) return 'components';
  const stem = (segments.at(-1) ?? '').replace(/\.(ts|js|svelte)$/, '');
  return parts.find((part) => part === stem);
}
