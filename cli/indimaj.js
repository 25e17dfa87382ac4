#!/usr/bin/env node
import { main } from '../scripts/launch/main.js';

/** The `indimaj` command on any Node from 20: makes sure of Node, modules and pages, then runs cli/main.ts. */
process.exitCode = await main('cli', process.argv.slice(2));
