import { questionRoutes } from '../addresses.ts';
import type { Figure } from '../figures.ts';
import { CALLERS, inTurns, startCopse } from '../measuring.ts';
import { MOST_QUESTIONS, type World } from '../world.ts';

/** Until every connection has planned its statements for good, which it does at the sixth time. */
const WARM_S = 10;

/** Common and rare words, phrases, names, beginnings and typing errors, by members and by guests (see addresses.ts). */
export async function measureSearch(world: World): Promise<readonly Figure[]> {
  const copse = await startCopse(world, await world.many(MOST_QUESTIONS));
  const route = questionRoutes.find(({ name }) => name === 'search');
  const [measured] = route ? await inTurns([copse.ask], route, { seconds: 10, warm: WARM_S }) : [];
  await copse.stop();
  if (!measured) return [];
  world.say(`  ${measured.rate.toFixed(0)}/s, p50 ${measured.p50.toFixed(0)} ms, p99 ${measured.p99.toFixed(0)} ms`);
  return [
    { what: 'searches', value: measured.rate, unit: '/s' },
    { what: `p50 at ${CALLERS} callers`, value: measured.p50, unit: 'ms' },
    { what: `p99 at ${CALLERS} callers`, value: measured.p99, unit: 'ms', atMost: 150 },
  ];
}
