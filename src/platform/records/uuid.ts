import { v7 } from 'uuid';

/** A new record's id: UUIDv7 (RFC 9562), text, ordered by time. */
export function newId(): string {
  return v7();
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a value is an id of a record. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length === 36 && form.test(value);
}
