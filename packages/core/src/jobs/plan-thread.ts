/** What runs in the thread of make-plan.ts: one plan, and the end. */
import { parentPort, workerData } from 'node:worker_threads';
import { planRound } from '../introductions/plan.ts';
import type { Planning } from '../introductions/planning.ts';

const plan = planRound(workerData as Planning);
// oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window: there is no origin
parentPort?.postMessage(plan);
