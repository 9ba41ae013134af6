import { questionRoutes } from '../addresses.ts';
import type { Figure } from '../figures.ts';
import { inTurns, startCopse } from '../measuring.ts';
import { type Place, FEWEST_QUESTIONS, MOST_QUESTIONS, type World } from '../world.ts';
import { rankingTimes } from './experts.ts';

const STEPS = [FEWEST_QUESTIONS, 50_000, MOST_QUESTIONS];

/** The same routes while the questions grow twentyfold. Runs before what needs all of them. */
export async function followGrowth(world: World): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const questions of STEPS) {
    const place = await world.many(questions);
    for (const [what, p50] of await atThisSize(world, place)) {
      figures.push({ what: `${what}: p50 with ${questions.toLocaleString('en')} questions`, value: p50, unit: 'ms' });
      world.say(`  ${questions.toLocaleString('en')} questions, ${what}: p50 ${p50.toFixed(2)} ms`);
    }
  }
  return figures.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nameOf = ({ what }: Figure) => what.split(':')[0] as string;

async function atThisSize(world: World, place: Place): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const copse = await startCopse(world, place);
  for (const route of questionRoutes) {
    const [measured] = await inTurns([copse.ask], route, { seconds: 3 });
    times.set(route.name, measured?.p50 ?? Number.NaN);
  }
  await copse.stop();
  const ranking = await rankingTimes(place);
  times.set('expert ranking', ranking.p50);
  return times;
}
