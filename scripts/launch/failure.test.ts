import { describe, expect, it } from 'vitest';
import { Failure, reasonOf } from './failure.js';

describe('reasonOf', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://registry.example failed', 'noNetwork'],
    ['npm error code EAI_AGAIN', 'noNetwork'],
    ['npm error code ENOSPC\nnpm error errno -28', 'diskFull'],
    ['npm error code EACCES\nnpm error path /srv/indimaj/node_modules', 'notAllowed'],
    ['npm error code E404\nnpm error 404 Not Found', 'notPublished'],
    ['npm error code EINTEGRITY', 'integrity'],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install packages when … are in sync',
      'lockOutOfDate',
    ],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'memory'],
    ['npm warn cleanup EPERM: operation not permitted\nnpm error code ENOTFOUND', 'noNetwork'],
    ['src/routes/+page.svelte:3:1 Unexpected token', 'seeAbove'],
  ])('%s', (output, reason) => {
    expect(reasonOf(output)).toBe(reason);
  });
});

describe('Failure', () => {
  it('says in one sentence what failed, why, and what to do', () => {
    const failure = new Failure('packages', 'diskFull');
    expect(failure.sentence('en')).toBe(
      'The project’s modules could not be installed: the disk is full; free at least 1 GB, then run the command again.',
    );
    expect(failure.sentence('fr')).toBe(
      'Les modules du projet n’ont pas pu être installés\u00a0: le disque est plein\u202f; libérez au moins 1 Go puis relancez la commande.',
    );
  });
});
