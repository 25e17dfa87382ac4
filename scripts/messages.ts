import { compile } from '@inlang/paraglide-js';
import { messageOptions } from '../project.inlang/options.ts';

/** Compiles messages/<room>/{fr,ar,en}.json into src/paraglide, as the web build does. */
await compile({ ...messageOptions });
