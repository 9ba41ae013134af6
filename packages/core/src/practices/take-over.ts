import { change } from '../kernel/change.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { practiceLimits as limits } from './limits.ts';
import { type Practice, type PracticeChange, type PracticeText, withCredit } from './practice.ts';

type Taken = {
  readonly text: Pick<PracticeText, 'title' | 'context' | 'body'>;
  /** Who wrote it, where they are known. */
  readonly by: PersonId | undefined;
  readonly note: string;
  readonly at: Date;
};

const SHORTEST_TITLE = 5;

/** Whether a text from elsewhere keeps to the limits of a practice. */
export const fitsPractice = ({ title, context, body }: Taken['text']): boolean =>
  title.length >= SHORTEST_TITLE &&
  title.length <= limits.title &&
  context.length <= limits.context &&
  body.length <= limits.body;

/**
 * Makes a text that was written elsewhere, such as on the page that publishes the practice, its next version.
 *
 * Whoever wrote it is credited where they are known; else it stands in the name of the owner, with a note that says
 * where it is from. Endorsements stay, and keep saying which version they meant. What is retired stays as it is.
 */
export function takeOver(
  practice: Practice,
  { text: { title, context, body }, by, note, at }: Taken,
): Result<PracticeChange, 'practice-retired' | 'does-not-fit'> {
  if (practice.life === 'retired') return refuse('practice-retired');
  if (!fitsPractice({ title, context, body })) return refuse('does-not-fit');

  const version = practice.version + 1;
  const personId = by ?? practice.ownerId;
  const state: Practice = {
    ...practice,
    title,
    context,
    body,
    credits: by ? withCredit(practice, by, 'contributor', at) : practice.credits,
    version,
    versionBy: personId,
    versionNote: note,
    updatedAt: at,
  };
  const { id: practiceId, communityId } = practice;
  return ok(change(state, { type: 'practice.edited', version, practiceId, communityId, personId }));
}
