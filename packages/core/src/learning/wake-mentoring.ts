import { unlessStale } from '../kernel/errors.ts';
import { wakeMentorship } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';
import { passSilence } from './request.ts';

type Deps = Pick<LearningDeps, 'mentoring' | 'mentorships' | 'now'>;

/** Requests and mentorships that one look takes on; the next one goes on. */
const AT_ONCE = 200;

/**
 * What is due by the clock: mentors who have not answered, pauses that are over, pairs who have not met for long, and those
 * who look where a mentor is back.
 */
export async function wakeMentoring({ mentoring, mentorships, now }: Deps): Promise<void> {
  for (const id of await mentoring.silent(now(), AT_ONCE)) {
    const request = await mentoring.findRequest(id);
    const passed = request && passSilence(request, now());
    if (passed) await mentoring.saveRequest(passed, now()).catch(unlessStale);
  }
  for (const mentorship of await mentorships.due(now(), AT_ONCE)) {
    const woken = wakeMentorship(mentorship, now());
    if (woken) await mentorships.save(woken, now()).catch(unlessStale);
  }
  await mentoring.tellReturns(now());
}
