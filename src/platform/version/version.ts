import description from '../../../package.json' with { type: 'json' };

/** The version of the program that runs: package.json's, read by Node or written into the built bundle. */
export const version: string = description.version;
