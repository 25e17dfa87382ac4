import { m } from '#messages';
import { locales } from '#platform/locale/locale.ts';
import { isDemonstration, isExercise } from '#platform/services/settings.server.ts';
import { recalled } from './recalled.server.ts';

/** Whether this node shows the exercise network; what leaves it says so. */
export function exercises(locals: App.Locals): Promise<boolean> {
  return recalled(locals, 'exercise', ({ db }) => isExercise(db.reader));
}

/** Whether this node shows the demonstration network. */
export function demonstrates(locals: App.Locals): Promise<boolean> {
  return recalled(locals, 'demonstration', ({ db }) => isDemonstration(db.reader));
}

/** Records as files show them: in an exercise each title says that it is one, in its own language. */
export async function marked<Row extends object>(locals: App.Locals, rows: readonly Row[]): Promise<Row[]> {
  if (!(await exercises(locals))) return [...rows];
  return rows.map((row) => {
    const titles = locales.flatMap((locale) => {
      const title = (row as Record<string, unknown>)[`title_${locale}`];
      if (typeof title !== 'string') return [];
      return [[`title_${locale}`, m.publication_exercise_marked({ title }, { locale })] as const];
    });
    return { ...row, ...Object.fromEntries(titles) };
  });
}

/** The name by which a file is kept: in an exercise it says that it is one. */
export async function markedName(locals: App.Locals, name: string): Promise<string> {
  return (await exercises(locals)) ? `exercise-${name}` : name;
}
