import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figures.ts';
import type { Measured, Way } from '../introducing.ts';
import type { World } from '../world.ts';

/** All pairs of more people are too many for the blossom algorithm: it takes minutes at 1,000 and grows with the cube. */
const EXACT_UP_TO = 1000;
/** What a round should be, where that was said: short of the best by so many per cent, in so long, with so much memory. */
type Aim = { readonly short: number; readonly seconds?: number; readonly mb?: number };
type Case = { readonly people: number; readonly size: number; readonly aim?: Aim };
const CASES: readonly Case[] = [
  { people: 100, size: 2, aim: { short: 0 } },
  { people: 1000, size: 2, aim: { short: 0 } },
  { people: 2000, size: 2, aim: { short: 0 } },
  // With a group of three around the odd one.
  { people: 101, size: 2, aim: { short: 0 } },
  { people: 1001, size: 2, aim: { short: 0 } },
  { people: 1999, size: 2, aim: { short: 0 } },
  { people: 10_000, size: 2, aim: { short: 1, seconds: 10, mb: 300 } },
  { people: 50_000, size: 2, aim: { short: 1.5, seconds: 60 } },
  // Larger groups, of which the best is out of reach: how far away it is at most.
  { people: 100, size: 4 },
  { people: 1000, size: 4 },
  { people: 10_000, size: 4 },
  { people: 1000, size: 8 },
];

/** A round of introductions by chance, greedily, as we plan it, and the best there is. */
export async function compareIntroductions(world: Pick<World, 'say'>): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const one of CASES) {
    const { people, size } = one;
    for (const way of ['random', 'greedy', 'ours', 'exact'] as const) {
      if (way === 'exact' && (people > EXACT_UP_TO || size > 2 || people % 2 === 1)) continue;
      const measured = await measure(way, one);
      figures.push(...figuresOf(way, one, measured));
      const { points, repeats, ms, processorMs, mb } = measured;
      const times = `${Math.round(ms)} ms (${Math.round(processorMs)} of the processor)`;
      world.say(
        `  ${people} in groups of ${size}, ${way}: ${points} points, ${repeats} repeats, ${times}, ${Math.round(mb)} MB`,
      );
    }
  }
  return figures;
}

async function measure(way: Way, { people, size }: Case): Promise<Measured> {
  const file = fileURLToPath(new URL('../introducing.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, way, String(people), String(size)]);
  return JSON.parse(stdout) as Measured;
}

function figuresOf(way: Way, { people, size, aim }: Case, measured: Measured): readonly Figure[] {
  const { points, repeats, share, ms, processorMs, mb } = measured;
  const what = `${people.toLocaleString('en')} people${size === 2 ? '' : ` in groups of ${size}`}, ${way}`;
  const aims = way === 'ours' ? aim : undefined;
  return [
    { what: `${what}: points a person`, value: (2 * points) / people, unit: '' },
    { what: `${what}: repeats`, value: repeats, unit: '', ...(way === 'ours' ? { atMost: 0 } : {}) },
    ...(share === undefined
      ? []
      : [
          {
            what: `${what}: short of the best possible by at most`,
            value: (1 - share) * 100,
            unit: '%',
            ...(aims ? { atMost: aims.short } : {}),
          },
        ]),
    { what: `${what}: time`, value: ms / 1000, unit: 's', ...(aims?.seconds ? { atMost: aims.seconds } : {}) },
    { what: `${what}: processor`, value: processorMs / 1000, unit: 's' },
    { what: `${what}: memory of the process`, value: mb, unit: 'MB', ...(aims?.mb ? { atMost: aims.mb } : {}) },
  ];
}
