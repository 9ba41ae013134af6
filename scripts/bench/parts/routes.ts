import { questionRoutes, routes } from '../addresses.ts';
import type { Figure } from '../figures.ts';
import { CALLERS, inTurns, startCopse, startFloor, warmUp } from '../measuring.ts';
import { MOST_QUESTIONS, type World } from '../world.ts';

/** Which part of the floor's throughput is reached at the least. */
const AIMS: Readonly<Record<string, number>> = { answer: 0.4, ask: 0.4 };
const AIM_OF_PAGES = 0.6;
const AIM_OF_QUESTIONS = 0.5;
const MEMORY_MB = 250;

/** Routes at full size beside a floor that does nothing but run the same statements. */
export async function measureRoutes(world: World): Promise<readonly Figure[]> {
  const place = await world.many(MOST_QUESTIONS);
  const all = [...routes, ...questionRoutes];
  const floor = await startFloor(world, place, all);
  const copse = await startCopse(world, place);
  await warmUp([copse.ask, floor.ask], all);
  const figures: Figure[] = [];
  for (const route of all) {
    const [ours, bare] = await inTurns([copse.ask, floor.ask], route);
    if (!ours || !bare) continue;
    const aim = routes.includes(route) ? AIM_OF_PAGES : (AIMS[route.name] ?? AIM_OF_QUESTIONS);
    figures.push(
      { what: `${route.name}: requests`, value: ours.rate, unit: '/s' },
      { what: `${route.name}: p50 at ${CALLERS} callers`, value: ours.p50, unit: 'ms' },
      { what: `${route.name}: p99 at ${CALLERS} callers`, value: ours.p99, unit: 'ms' },
      { what: `${route.name}: requests of the floor`, value: bare.rate, unit: '/s' },
      { what: `${route.name}: part of the floor's`, value: ours.rate / bare.rate, unit: '', atLeast: aim },
    );
    world.say(`  ${route.name}: ${ours.rate.toFixed(0)} of ${bare.rate.toFixed(0)}/s, p99 ${ours.p99.toFixed(0)} ms`);
  }
  figures.push({ what: 'memory of the service after that', value: copse.memory(), unit: 'MB', atMost: MEMORY_MB });
  await copse.stop();
  await floor.stop();
  return figures;
}
