/**
 * Files share a process, and some read messages in a language of their own choosing: each begins with the language that
 * the program itself would find. Run before every test file.
 */
import * as runtime from '#messages/runtime';

const shared = globalThis as typeof globalThis & { localeAsFound?: typeof runtime.getLocale };
shared.localeAsFound ??= runtime.getLocale;
runtime.overwriteGetLocale(shared.localeAsFound);
