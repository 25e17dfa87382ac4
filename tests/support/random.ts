export { seeded, type Random } from '../../demo/random.ts';

/** The seed of this run: TEST_SEED where a failure is to be seen again, else the clock's. */
export function testSeed(): number {
  const given = Number(process.env['TEST_SEED']);
  return given > 0 ? given : Date.now() % 2 ** 31;
}
