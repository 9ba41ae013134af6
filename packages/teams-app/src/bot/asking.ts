import type { Core } from '@copse/core';
import { askInput, type CommunityCard, type QuestionCard, type QuestionView } from '@copse/core/contracts';
import { idIn, isTicked, topicsIn, typedIn } from './actions/data.ts';
import type { AskDraft } from './cards/ask-card.ts';
import type { Conduct } from './cards/conduct-box.ts';
import { questionWords } from './question-strings.ts';
import { sayWhyNot } from './say.ts';
import type { Turn } from './turn.ts';
import { myCommunities } from './which-community.ts';

const say = questionWords.ask;
const SOLVED = new Set(['answered', 'accepted', 'kept']);

export const askDraftIn = (data: unknown): AskDraft => ({
  title: typedIn(data, 'title').replaceAll(/\s+/g, ' '),
  details: typedIn(data, 'details'),
  topics: typedIn(data, 'topics'),
  communityId: idIn(data, 'community'),
  unnamed: isTicked(data, 'unnamed'),
});

/** What the form for a question needs besides what was typed. */
export type AskForm = {
  readonly mine: readonly CommunityCard[];
  readonly similar: readonly QuestionCard[];
};

/** The communities of whoever asks, and solved questions like the one that they have typed. */
export async function askFormFor(core: Core, turn: Turn, { title, communityId }: AskDraft): Promise<AskForm> {
  const [mine, similar] = await Promise.all([
    myCommunities(core, turn),
    title.length >= 10 && title.length <= 200
      ? core.questions.findSimilarQuestions(turn.actor, { title, ...(communityId ? { communityId } : {}) })
      : undefined,
  ]);
  return {
    mine: mine.filter(({ abilities }) => abilities.ask),
    similar: similar?.ok ? similar.value.items.filter(({ state }) => SOLVED.has(state)) : [],
  };
}

export type Asked =
  | { readonly question: QuestionView }
  /** Not asked, and why. `conduct` is to be agreed to first; it is that of the community that was chosen. */
  | { readonly problem: string; readonly conduct?: Conduct; readonly joinFirst?: string };

/** Asks what was typed. `agreedTo` is the community whose code of conduct was on the form when it was sent. */
export async function ask(core: Core, turn: Turn, draft: AskDraft, agreedTo: string | undefined): Promise<Asked> {
  const input = askInput.safeParse({
    communityId: draft.communityId,
    title: draft.title,
    details: draft.details,
    topics: topicsIn(draft.topics),
    anonymous: draft.unnamed,
  });
  if (!input.success) return { problem: problemOf(input.error.issues[0]) };

  const { communityId } = input.data;
  if (agreedTo === communityId) await core.trust.acknowledgeConduct(turn.actor, { communityId });
  const asked = await core.questions.askQuestion(turn.actor, input.data);
  if (asked.ok) return { question: asked.value };
  if (asked.reason === 'conduct-not-acknowledged') return needsConduct(core, turn, communityId);
  return {
    problem: sayWhyNot[asked.reason],
    ...(asked.reason === 'not-taking-part' ? { joinFirst: communityId } : {}),
  };
}

/** The code of conduct is shown once per community, before somebody's first words there. */
export async function needsConduct(
  core: Core,
  { actor }: Turn,
  communityId: string,
): Promise<{ readonly problem: string; readonly conduct?: Conduct }> {
  const conduct = await core.trust.seeConduct(actor, { communityId });
  return {
    problem: questionWords.conduct.first,
    ...(conduct.ok ? { conduct: { text: conduct.value.text } } : {}),
  };
}

function problemOf(
  issue: { readonly path: PropertyKey[]; readonly code: string; readonly message: string } | undefined,
) {
  switch (issue?.path[0]) {
    case 'communityId':
      return say.chooseCommunity;
    case 'topics':
      return say.wrongTopics;
    case 'details':
      return issue.code === 'custom' ? issue.message : say.tooLong;
    default:
      return issue?.code === 'custom' ? issue.message : say.tooShort;
  }
}
