import type { QuestionId } from '../kernel/ids.ts';
import { AT_ONCE, askNext, begin, type Consultation } from './consultation.ts';
import type { ConsultationStore, Puzzle, RankExperts } from './ports.ts';

type Deps = { readonly consultations: ConsultationStore; readonly rankExperts: RankExperts; readonly now: () => Date };
type Asked = {
  readonly questionId: string;
  /** The question was asked, reopened or moved: it begins (again). Else only what is due is done. */
  readonly anew: boolean;
};

/** More than are asked, because some of them are asleep. */
const LOOKED_AT = AT_ONCE * 10;

/**
 * Asks the next people who know, if it is time for that. Safe to repeat: whoever has been asked is not asked again, and
 * of two processes that do it at once the second finds nothing to do.
 */
export async function askExperts(
  { consultations, rankExperts, now }: Deps,
  { questionId, anew }: Asked,
): Promise<Consultation | undefined> {
  const id = questionId as QuestionId;
  const [puzzle, before] = await Promise.all([consultations.puzzle(id), consultations.find(id)]);
  if (!puzzle?.open) return before;

  const at = now();
  const consultation = before && !isToBegin(before, puzzle, anew) ? before : begin(puzzle, before, at);
  const isDue = consultation.state === 'asking' && consultation.nextAt !== undefined && consultation.nextAt <= at;
  if (!isDue) return consultation;

  const asked = askNext(consultation, await rankExperts(puzzle, at, LOOKED_AT), at);
  if (asked) await consultations.save(asked, at);
  return asked?.state ?? consultation;
}

/** The fact that begins it may be handed over twice; what has begun in this community goes on. */
const isToBegin = (before: Consultation, { communityId }: Puzzle, anew: boolean): boolean =>
  anew && (before.state !== 'asking' || before.communityId !== communityId);
