import { routes } from '../addresses.ts';
import type { Figure } from '../figures.ts';
import { inTurns, startCopse } from '../measuring.ts';
import { FEWEST_QUESTIONS, type World } from '../world.ts';

/** What changes when an organisation has a hundred times as many people, and the same communities and practices. */
export async function comparePeople(world: World): Promise<readonly Figure[]> {
  const few = await startCopse(world, await world.few());
  const many = await startCopse(world, await world.many(FEWEST_QUESTIONS));
  const figures: Figure[] = [];
  for (const route of routes) {
    const [small, large] = await inTurns([few.ask, many.ask], route, { turns: 4 });
    if (!small || !large) continue;
    const times = large.p50 / small.p50;
    figures.push(
      { what: `${route.name}: p50 with 1,000 people`, value: small.p50, unit: 'ms' },
      { what: `${route.name}: p50 with 100,000 people`, value: large.p50, unit: 'ms' },
      { what: `${route.name}: the one by the other`, value: times, unit: '', atMost: 1.25 },
    );
    world.say(`  ${route.name}: p50 ${large.p50.toFixed(1)} ÷ ${small.p50.toFixed(1)} ms = ${times.toFixed(2)}`);
  }
  await few.stop();
  await many.stop();
  return figures;
}
