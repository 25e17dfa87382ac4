import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig, type Plugin } from 'vite';
import { messageOptions } from './project.inlang/options.ts';
import { islands } from './src/ui/islands/build.ts';
import { withRememberedPlurals } from './scripts/pages/remembered-plurals.ts';
import { withoutUnreadData } from './scripts/pages/unread-data.ts';

/** Opens the node inside the development server: pages find the same services as in the real one. */
function developmentNode(): Plugin {
  return {
    name: 'indimaj-development-node',
    apply: 'serve',
    async configureServer(server) {
      const { readEnvironment } = await import('./src/platform/environment/environment.ts');
      const { develop } = await import('./src/server.ts');
      const { fillIfEmpty } = await import('./demo/fill.ts');
      const options = { ...readEnvironment(process.env), prepare: fillIfEmpty };
      const close = await develop(options, server.config.server.port);
      server.httpServer?.once('close', close);
    },
  };
}

export default defineConfig({
  plugins: [
    developmentNode(),
    islands(),
    withoutUnreadData(),
    withRememberedPlurals(),
    paraglideVitePlugin(messageOptions),
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      // Public pages carry their small style sheet in a file that is cached for ever; nothing is inlined,
      // so the content policy needs neither a nonce nor 'unsafe-inline'.
      inlineStyleThreshold: 0,
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  // Imports carry .ts for Node's type stripping; the build takes them as they stand.
  server: { port: 3000 },
  // One style sheet for all pages: smaller over the wire than one for each component, and one request.
  environments: {
    ssr: {
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'styles', test: /\.(svelte|css)(\?|$)/ }] } },
        },
      },
    },
  },
});
