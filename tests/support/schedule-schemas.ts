import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

/** c3voc's schemas of frab schedules lie beside the project, in ../shared/data, where they are at all. */
const schemas = new URL('../../../shared/data/events/voc-schedule/validator/', import.meta.url);
const xsd = fileURLToPath(new URL('xsd/schedule.xml.xsd', schemas));
const json = fileURLToPath(new URL('json/schema.json', schemas));

/** Why schedules in XML cannot be validated here; empty where they can. */
export const noXml = !existsSync(xsd)
  ? 'no schema in ../shared/data'
  : spawnSync('xmllint', ['--version']).error
    ? 'xmllint is not installed'
    : '';

/** Why schedules in JSON cannot be validated here; empty where they can. */
export const noJson = existsSync(json) ? '' : 'no schema in ../shared/data';

/** What xmllint says against a schedule; empty where it is valid. */
export function faultsOfXml(schedule: string): string {
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsd, '-'], { input: schedule });
  return run.status === 0 ? '' : run.stderr.toString();
}

/** What the JSON schema says against a schedule; null where it is valid. */
export function faultsOfJson(schedule: string): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const draft06 = fileURLToPath(import.meta.resolve('ajv/lib/refs/json-schema-draft-06.json'));
  ajv.addMetaSchema(JSON.parse(readFileSync(draft06, 'utf8')));
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', (text) => /T.+([+-]\d\d:\d\d|Z)$/.test(text) && !Number.isNaN(Date.parse(text)));
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addFormat('color', /^#[0-9a-f]{6}$/i);
  const validate = ajv.compile(JSON.parse(readFileSync(json, 'utf8')));
  validate(JSON.parse(schedule));
  return validate.errors ?? null;
}
