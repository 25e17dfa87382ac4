import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { findNpm, innerNpmEnv } from './npm.js';

describe('findNpm', () => {
  it('takes the npm that started us, run by the chosen Node', () => {
    const script = join(tree({ 'bin/npm-cli.js': '' }), 'bin/npm-cli.js');
    expect(findNpm({ npm_execpath: script, PATH: '' }, '/node')).toEqual({
      command: '/node',
      args: [script],
    });
  });

  it('takes npm from PATH when another program started us', () => {
    const root = tree({ npm: '#!/bin/sh\n', 'yarn.js': '' });
    chmodSync(join(root, 'npm'), 0o755);
    const env = { npm_execpath: join(root, 'yarn.js'), PATH: `/nowhere:${root}` };
    expect(findNpm(env, '/node')).toEqual({ command: join(root, 'npm'), args: [] });
  });
});

describe('innerNpmEnv', () => {
  it('drops where the outer npm was told to work, keeps how it reaches the registry', () => {
    const env = {
      npm_config_prefix: 'elsewhere',
      npm_config_omit: 'dev',
      NPM_CONFIG_GLOBAL: 'true',
      npm_config_cache: '/cache',
      npm_config_proxy: 'http://proxy.example',
      PATH: '/bin',
    };
    expect(innerNpmEnv(env)).toEqual({
      npm_config_cache: '/cache',
      npm_config_proxy: 'http://proxy.example',
      PATH: '/bin',
    });
  });
});
