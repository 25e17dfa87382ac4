import { anonymous } from '#platform/actor/actor.ts';

/**
 * What anyone may read, remembered from page to page; read anew for somebody in particular. The answer is frozen.
 * @param key names all that the answer depends on beside the records
 * @param read reads records through the locals that it is given, and nothing else: no language, no instant
 */
export function recalled<Answer>(
  locals: App.Locals,
  key: string,
  read: (locals: App.Locals) => Promise<Answer>,
): Promise<Answer> {
  const { memory, actor, clock, db } = locals;
  if (!memory || actor.id !== anonymous.id) return read(locals);
  return memory.recall(key, locals.reads, clock().getTime(), (reads) =>
    read({ ...locals, reads, db: { ...db, reader: reads.follow(db.reader) } }),
  );
}
