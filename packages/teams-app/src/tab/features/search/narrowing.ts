import type { SearchKind } from '@copse/core/contracts';
import { lifeNames, lives, questionStateNames, questionStates } from '@copse/core/vocabulary';
import type { SearchFilter } from './search-all.ts';

/** Where things of a kind may stand, with its name. */
export const statesOf = (kind: SearchKind | ''): readonly (readonly [state: string, name: string])[] =>
  kind === 'question'
    ? questionStates.map((state) => [state, questionStateNames[state].name])
    : kind === 'practice'
      ? lives.map((life) => [life, lifeNames[life].name])
      : [];
/** Whether things of a kind are found in one community. */
export const hasCommunity = (kind: SearchKind | '') => kind !== 'person' && kind !== 'community';

/** What can be seen above the results narrows them, and nothing that was chosen for another kind. */
export const narrowing = (
  kind: SearchKind | '',
  { communityId, topic, state }: Pick<SearchFilter, 'communityId' | 'topic' | 'state'>,
) => ({
  communityId: hasCommunity(kind) ? communityId : '',
  topic,
  state: statesOf(kind).some(([one]) => one === state) ? state : '',
});
