import type { CompilerOptions } from '@inlang/paraglide-js';

/**
 * How messages are compiled, for the web build and for the command line alike: the locale stands first in
 * every address (/fr /ar /en), and nothing else (no cookie, no storage) decides the language of a page.
 */
export const messageOptions = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['url', 'baseLocale'],
  urlPatterns: [
    {
      pattern: '/:path(.*)?',
      localized: [
        ['fr', '/fr/:path(.*)?'],
        ['ar', '/ar/:path(.*)?'],
        ['en', '/en/:path(.*)?'],
      ],
    },
  ],
  emitTsDeclarations: false,
} satisfies CompilerOptions;
