import { capabilities, nameOf, type Part, type Place } from './rooms.ts';

/** What a rule answers: nothing where the import is allowed. */
export interface Objection {
  rule: string;
  instead: string;
}

/** Who imports what, as the rules see it. */
export interface Request {
  from: Place;
  /** the importing file runs on the server only, by its name */
  fromServer: boolean;
  to: Place;
  /** the imported file runs on the server only, by its name */
  toServer: boolean;
  typeOnly: boolean;
}

/** The public files of a capability: what pages may ask for. */
const open: Part[] = [
  'model',
  'schema',
  'policy',
  'queries.server',
  'changes.server',
  'imports.server',
  'exports.server',
  'components',
];
const serverParts: Part[] = open.filter((part) => part.endsWith('.server'));
/** Formats that are helpers of the others. */
const formatHelpers = new Set(['paper', 'schedule', 'table', 'text', 'xml']);

/** Whether one file of the house may import another, by the table in ARCHITECTURE.md. */
export function objection(request: Request): Objection | undefined {
  const { from, to } = request;
  if (from.room === 'elsewhere' || from.room === 'server') return undefined;
  if (request.toServer && !mayRunOnServer(request) && !request.typeOnly) {
    return {
      rule: `${nameOf(from)} also runs in the browser and may not import a .server.ts file`,
      instead: 'load it in +page.server.ts and pass the value down, or move the plain part into model.ts.',
    };
  }
  if (to.room === 'formats') return toFormats(from, to);
  if (from.room === 'capability') return fromCapability(from, request);
  const allowed = rooms[from.room];
  return allowed(to, request)
    ? undefined
    : { rule: `${nameOf(from)} may not import ${nameOf(to)}`, instead: advice[from.room] };
}

/** Who may import SQL's query builder: what runs on the server, below the pages. */
export function mayImportKysely(from: Place, fromServer: boolean): boolean {
  if (from.room === 'capability') return fromServer;
  return !['routes', 'hooks', 'service worker', 'ui', 'formats'].includes(from.room);
}

type Room = Exclude<Place['room'], 'elsewhere' | 'server' | 'capability'>;
type Test = (to: Place, request: Request) => boolean;

const isPart = (to: Place, allowed: Part[]) =>
  to.room === 'capability' && to.part !== undefined && allowed.includes(to.part);
const isPlain = (to: Place) => to.room === 'platform' && to.plain;
/** What pages ask of platform on the server: the services, and the record behind an address. */
const isForPages = (to: Place) => to.room === 'platform' && ['services', 'records'].includes(to.folder);
const among = (to: Place, ...allowed: Place['room'][]) => allowed.includes(to.room);

/** A row of the table for every room that is not a capability. */
const rooms: Record<Room, Test> = {
  routes: (to, { typeOnly, fromServer }) =>
    among(to, 'routes', 'ui', 'messages') ||
    isPart(to, open) ||
    isPlain(to) ||
    (fromServer && isForPages(to)) ||
    (typeOnly && among(to, 'platform')),
  hooks: (to, { typeOnly }) =>
    among(to, 'hooks', 'messages', 'platform') || isPart(to, open) || (typeOnly && among(to, 'server')),
  'service worker': (to) => among(to, 'ui', 'messages') || isPlain(to),
  platform: (to) => among(to, 'platform') || (to.room === 'messages' && to.runtime),
  ui: (to) => among(to, 'ui', 'messages') || isPlain(to),
  formats: (to) => to.room === 'platform' && (to.folder === 'clock' || to.folder === 'text'),
  messages: () => true,
  cli: (to) =>
    among(to, 'cli', 'demo', 'platform', 'server') || isPart(to, ['model', 'schema', ...serverParts]),
  demo: (to) => among(to, 'demo', 'platform') || isPart(to, ['model', 'schema', ...serverParts]),
};

/** What to do instead, for each of these rooms. */
const advice: Record<Room, string> = {
  routes:
    'routes are thin: call a capability’s queries.server.ts, changes.server.ts or exports.server.ts, or use its components.',
  hooks:
    'hooks set locals and map errors: put what they need into platform, or ask a capability’s public file.',
  'service worker': 'pass what it needs in through a page or put the plain part into platform.',
  platform:
    'platform knows no room above it: take the value as a parameter, or register it from src/server.ts.',
  ui: 'ui is free of the domain: take what you show as a property and let a capability’s component fill it in.',
  formats:
    'a format is a pure serialiser (platform’s clock and text are all it knows): describe its input as a type of its own and let exports.server.ts fill it in.',
  messages: 'compiled messages are not edited.',
  cli: 'the command line calls the same queries.server.ts and changes.server.ts as the pages do.',
  demo: 'demonstration data enter through changes.server.ts, like anyone’s.',
};

function toFormats(from: Place, to: Place & { room: 'formats' }): Objection | undefined {
  if (from.room === 'formats') {
    if (from.format === to.format || formatHelpers.has(to.format)) return undefined;
    return {
      rule: `the format ${from.format} may not import the format ${to.format}`,
      instead:
        'share through formats/paper, formats/schedule, formats/table, formats/text or formats/xml, or let exports.server.ts call both.',
    };
  }
  if (from.room === 'capability' && (from.part === 'exports.server' || from.part === 'imports.server'))
    return undefined;
  return {
    rule: `${nameOf(from)} may not import formats`,
    instead:
      'formats are called from a capability’s exports.server.ts and imports.server.ts only; call those.',
  };
}

function fromCapability(from: Place & { room: 'capability' }, request: Request): Objection | undefined {
  const { to } = request;
  if (to.room === 'capability' && to.capability !== from.capability && !isBefore(from, to)) {
    return {
      rule: `${from.capability} may not import ${to.capability}: the order is ${capabilities.join(' → ')}`,
      instead: `let ${to.capability} import ${from.capability}, compose both in src/routes, or read the chain from network’s links.`,
    };
  }
  if (capabilityMay(from, request)) return undefined;
  return {
    rule: `${nameOf(from)} may not import ${nameOf(to)}`,
    instead: capabilityAdvice(from, request.fromServer),
  };
}

function isBefore(from: Place & { room: 'capability' }, to: Place & { room: 'capability' }): boolean {
  return capabilities.indexOf(to.capability) < capabilities.indexOf(from.capability);
}

function capabilityMay(from: Place & { room: 'capability' }, { to, fromServer, typeOnly }: Request): boolean {
  const own = to.room === 'capability' && to.capability === from.capability;
  if (from.part === 'components') {
    const shapes: Part[] = typeOnly ? ['queries.server', 'exports.server'] : [];
    const parts: Part[] = own
      ? ['model', 'schema', 'components', ...shapes]
      : ['model', 'components', ...shapes];
    return among(to, 'ui', 'messages') || isPlain(to) || isPart(to, parts);
  }
  if (from.capability === 'federation' && fromServer) {
    return own || among(to, 'platform') || isPart(to, ['model', 'queries.server', 'changes.server']);
  }
  if (fromServer) {
    const speaks = from.part === 'exports.server' || from.part === 'imports.server';
    const server: Part[] = ['model', 'schema', 'policy', ...serverParts];
    if (own) return !isPart(to, ['components']) || speaks;
    return among(to, 'platform') || isPart(to, server) || (speaks && among(to, 'messages'));
  }
  if (from.part === 'mail')
    return (
      (own && isPart(to, ['model', 'mail'])) || isPart(to, ['model']) || among(to, 'platform', 'messages')
    );
  return (own && isPart(to, ['model', 'schema', 'policy'])) || isPart(to, ['model']) || isPlain(to);
}

function capabilityAdvice(from: Place & { room: 'capability' }, fromServer: boolean): string {
  if (from.part === 'components') {
    return 'a component takes its data as properties: own model and schema, earlier models and components, ui and messages.';
  }
  if (fromServer)
    return 'a .server.ts file uses its own folder, platform and the server files of earlier capabilities.';
  return 'model, schema and policy are pure: own ones, earlier capabilities’ model, and platform’s plain folders (actor, clock, locale, records, text).';
}

/** By name, by room, or because pages of that name are loaded on the server. */
function mayRunOnServer({ from, fromServer }: Request): boolean {
  return (
    fromServer ||
    ['hooks', 'platform', 'cli', 'demo'].includes(from.room) ||
    (from.room === 'capability' && from.part === 'mail')
  );
}
