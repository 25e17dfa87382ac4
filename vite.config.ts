import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { messageOptions } from './project.inlang/options.ts';

export default defineConfig({
  plugins: [
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
});
