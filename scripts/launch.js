#!/usr/bin/env node
import { main } from './launch/main.js';

process.exitCode = await main(process.argv[2] ?? 'start', process.argv.slice(3));
