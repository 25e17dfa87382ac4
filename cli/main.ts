#!/usr/bin/env node
import process, { stderr, stdin, stdout } from 'node:process';
import { runCommand } from './run.ts';

/** The `indimaj` command, once Node and modules are there. */
const shell = { env: process.env, input: stdin, output: stdout, errors: stderr };
process.exitCode = await runCommand(process.argv.slice(2), shell);
