import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figures.ts';
import type { Measured, Way } from '../introducing.ts';
import type { World } from '../world.ts';

/** All pairs of more people are too many for the blossom algorithm: it takes minutes at 1,000 and grows with the cube. */
const EXACT_UP_TO = 1000;
const SIZES = [100, 1000, 10_000, 50_000];
/** What a round should be, where that was said. */
const AIMS: Readonly<Record<number, { readonly short: number; readonly seconds?: number; readonly mb?: number }>> = {
  100: { short: 0 },
  1000: { short: 0.1 },
  10_000: { short: 1, seconds: 10, mb: 300 },
  50_000: { short: 1.5, seconds: 60 },
};

/** A round of introductions in pairs: by chance, greedily, as we plan it, and the best there is. */
export async function compareIntroductions(world: Pick<World, 'say'>): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const people of SIZES) {
    for (const way of ['random', 'greedy', 'ours', 'exact'] as const) {
      if (way === 'exact' && people > EXACT_UP_TO) continue;
      const measured = await measure(way, people);
      figures.push(...figuresOf(way, people, measured));
      const { points, repeats, ms, mb } = measured;
      world.say(`  ${people} ${way}: ${points} points, ${repeats} repeats, ${Math.round(ms)} ms, ${Math.round(mb)} MB`);
    }
  }
  return figures;
}

async function measure(way: Way, people: number): Promise<Measured> {
  const file = fileURLToPath(new URL('../introducing.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, way, String(people)]);
  return JSON.parse(stdout) as Measured;
}

function figuresOf(way: Way, people: number, { points, repeats, share, ms, mb }: Measured): readonly Figure[] {
  const what = `${people.toLocaleString('en')} people, ${way}`;
  const aim = way === 'ours' ? AIMS[people] : undefined;
  return [
    { what: `${what}: points a person`, value: (2 * points) / people, unit: '' },
    { what: `${what}: repeats`, value: repeats, unit: '', ...(aim ? { atMost: 0 } : {}) },
    ...(share === undefined || !aim
      ? []
      : [
          {
            what: `${what}: short of the best possible by at most`,
            value: (1 - share) * 100,
            unit: '%',
            atMost: aim.short,
          },
        ]),
    { what: `${what}: time`, value: ms / 1000, unit: 's', ...(aim?.seconds ? { atMost: aim.seconds } : {}) },
    { what: `${what}: memory of the process`, value: mb, unit: 'MB', ...(aim?.mb ? { atMost: aim.mb } : {}) },
  ];
}
