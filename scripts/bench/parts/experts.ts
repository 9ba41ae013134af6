import { performance } from 'node:perf_hooks';
import { type QuestionId } from '@copse/core';
import { openDatabase } from '@copse/core/sql';
import { sqlConsultationStore } from '../../../packages/core/src/consultations/store.ts';
import { sqlExpertQueries } from '../../../packages/core/src/discovery/expert-queries.ts';
import { rankExperts } from '../../../packages/core/src/discovery/rank-experts.ts';
import { idOf, kinds } from '../ids.ts';
import type { Figure } from '../figures.ts';
import { MOST_QUESTIONS, type Place, type World } from '../world.ts';

const CALLERS = 4;
const RANKINGS = 2000;
const LIMIT = 30;

/** Who knows about a question, among 100,000 people with what they can and have answered. */
export async function measureExperts(world: World): Promise<readonly Figure[]> {
  const { p50, p99, found } = await rankingTimes(await world.many(MOST_QUESTIONS));
  world.say(`  p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  return [
    { what: `p50 at ${CALLERS} callers`, value: p50, unit: 'ms' },
    { what: `p99 at ${CALLERS} callers`, value: p99, unit: 'ms', atMost: 50 },
    { what: 'people found on the average', value: found, unit: '', atLeast: 3 },
  ];
}

/** Ranks for questions all over the place; loading what is known of the question counts too. */
export async function rankingTimes({ url, size }: Place) {
  const db = openDatabase({ url });
  const now = () => new Date();
  const consultations = sqlConsultationStore({ db, newId: () => crypto.randomUUID() });
  const experts = sqlExpertQueries({ db });
  const times: number[] = [];
  let found = 0;
  const rankOne = async (n: number) => {
    const questionId = idOf(kinds.question, 1 + ((n * 7919) % size.questions)) as QuestionId;
    const begun = performance.now();
    const puzzle = await consultations.puzzle(questionId);
    const ranked = puzzle ? await rankExperts({ experts }, puzzle, now(), LIMIT) : [];
    times.push(performance.now() - begun);
    found += ranked.length;
  };
  let next = 0;
  const caller = async () => {
    while (next < RANKINGS) await rankOne(next++);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await db.destroy();
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
    found: found / RANKINGS,
  };
}
