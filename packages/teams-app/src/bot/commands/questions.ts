import type { Core } from '@copse/core';
import type { QuestionCard } from '@copse/core/contracts';
import { clip, plain } from '../cards/plain.ts';
import { questionsCard } from '../cards/questions-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { forAllHere } from '../for-all.ts';
import { questionWords } from '../question-strings.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const say = questionWords.list;
const MOST = 12;

export const questionsCommand: Command = {
  name: 'questions',
  usage: 'questions <topic>',
  does: 'What is asked in your communities',

  async run(core, turn, words) {
    const asked = clip(words.replace(/^(?:about|on|for|of|that are|which are) /i, ''), 100);
    if (/^(?:my|mine|asked by me)$/i.test(asked) && !inGroup(turn)) return mine(core, turn);
    if (/^(?:open|unanswered|unsolved|waiting)$/i.test(asked)) return waiting(core, turn);
    return asked === '' ? newest(core, turn) : about(core, turn, asked);
  },
};

async function mine(core: Core, turn: Turn): Promise<Reply> {
  const { items } = certain(
    await core.questions.listQuestions(turn.actor, { mine: 'asked', sort: 'newest', limit: MOST }),
  );
  return listed(turn, items, { title: say.mine, here: 'questions mine' });
}

/** Where an answer is wanted: here, or in the person's communities. */
export async function waiting(core: Core, turn: Turn): Promise<Reply> {
  const here = await communityHere(core, turn);
  const { items } = certain(
    await core.questions.listQuestions(turn.actor, {
      unsolved: true,
      sort: 'newest',
      limit: MOST,
      ...(here ? { communityId: here.id } : {}),
    }),
  );
  const shown = await forAllHere(core, turn, items);
  return listed(turn, shown, {
    title: say.waiting,
    here: 'questions open',
    none: say.noneWaiting,
    communityId: here?.id,
  });
}

async function newest(core: Core, turn: Turn): Promise<Reply> {
  const here = await communityHere(core, turn);
  const { items } = certain(
    await core.questions.listQuestions(turn.actor, {
      sort: 'active',
      limit: MOST,
      ...(here ? { communityId: here.id } : {}),
    }),
  );
  const shown = await forAllHere(core, turn, items);
  const title = here ? say.here(plain(here.name)) : say.all;
  return listed(turn, shown, { title, here: 'questions', communityId: here?.id });
}

async function about(core: Core, turn: Turn, asked: string): Promise<Reply> {
  const found = certain(await core.search.searchAll(turn.actor, { q: asked, kind: 'question', limit: MOST }));
  const seen = await Promise.all(
    found.items.map(({ id }) => core.questions.seeQuestion(turn.actor, { questionId: id })),
  );
  const questions = seen.flatMap((one) => (one.ok ? [one.value] : []));
  const shown = await forAllHere(core, turn, questions);
  return listed(turn, shown, { title: say.about(plain(asked)), here: `questions ${asked}` });
}

type Around = {
  readonly title: string;
  readonly here: string;
  readonly none?: string;
  readonly communityId?: string | undefined;
};

function listed(turn: Turn, questions: readonly QuestionCard[], around: Around): Reply {
  const page = around.communityId ? `communities/${around.communityId}/questions` : 'questions';
  return { card: questionsCard({ questions, viewer: turn, page, ...around }), summary: around.title };
}
