import { Worker } from 'node:worker_threads';
import { planRound } from '../introductions/plan.ts';
import type { Plan, Planning } from '../introductions/planning.ts';

/** Up to this many people a plan takes less time than a thread does to start. */
const AT_ONCE = 80;

/** Plans a round; where that takes longer than a moment, in a thread of its own, so that nobody's request waits for it. */
export async function makePlan(planning: Planning): Promise<Plan> {
  if (planning.candidates.length <= AT_ONCE) return planRound(planning);
  const thread = new Worker(/* webpackChunkName: "plan-thread" */ new URL('./plan-thread.ts', import.meta.url), {
    workerData: planning,
  });
  try {
    return await new Promise<Plan>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('The thread that planned a round ended before it had a plan')));
    });
  } finally {
    await thread.terminate();
  }
}
