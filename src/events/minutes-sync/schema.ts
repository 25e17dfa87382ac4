import * as v from 'valibot';
import { count, id, problems } from '#platform/locale/schema.ts';
import { REQUEST_MOST } from '../minutes-replica/model.ts';

const moment = v.pipe(
  v.string(problems.required),
  v.maxLength(40, problems.tooLong),
  v.check((value) => !Number.isNaN(Date.parse(value)), problems.notADate),
);

/** An operation's frame; its fields are judged one operation at a time, so that one refused keeps no other back. */
export const operationInput = v.object({
  id,
  entry: id,
  base: count,
  set: v.record(v.string(), v.unknown()),
  writtenAt: moment,
  settles: v.optional(id),
});

/** What a device sends: see `Request` in minutes-replica. */
export const syncInput = v.object({
  minutesId: id,
  device: id,
  since: count,
  sentAt: moment,
  entry: v.nullable(id),
  operations: v.pipe(v.array(operationInput), v.maxLength(REQUEST_MOST, problems.tooLong)),
});
export type SyncInput = v.InferInput<typeof syncInput>;
