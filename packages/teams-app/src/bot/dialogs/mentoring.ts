import type { Core } from '@copse/core';
import { mentoringRequestInput, type MyMentoringView, offerInput } from '@copse/core/contracts';
import { idIn, textIn, topicsIn, typedIn } from '../actions/data.ts';
import { openPage, send } from '../cards/card.ts';
import { beMentorCard, lookForMentorCard, type MentoringDraft } from '../cards/mentoring-form-card.ts';
import { certain } from '../certain.ts';
import { dialogSays, dialogWith } from '../invoke-body.ts';
import { mentoringWords } from '../mentoring-strings.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import { communityHere, myLivingCommunities } from '../which-community.ts';
import type { Dialog } from './dialog.ts';

const say = mentoringWords.form;

type Kind = {
  readonly name: string;
  readonly title: string;
  readonly card: typeof lookForMentorCard;
  /** Communities in which there is one already; each has its own place where it is changed. */
  readonly already: (mine: MyMentoringView) => readonly { readonly community: { readonly id: string } }[];
  /** Does it, and answers why not in a sentence. */
  readonly run: (
    core: Core,
    turn: Turn,
    draft: MentoringDraft & { communityId: string },
  ) => Promise<string | undefined>;
  readonly done: string;
};

const looking: Kind = {
  name: 'look-for-mentor',
  title: mentoringWords.lookFor,
  card: lookForMentorCard,
  already: ({ requests }) => requests.filter(({ state }) => state === 'looking' || state === 'asked'),
  async run(core, { actor }, { communityId, goal, topics, rhythm }) {
    const input = mentoringRequestInput.safeParse({ goal, topics: topicsIn(topics), rhythm: rhythm || undefined });
    if (!input.success) return input.error.issues[0]?.path[0] === 'goal' ? say.goalMissing : say.wrongTopics;
    const asked = await core.learning.requestMentor(actor, { ...input.data, communityId });
    return asked.ok ? undefined : sayWhyNot[asked.reason];
  },
  done: say.looking,
};

const offering: Kind = {
  name: 'be-mentor',
  title: mentoringWords.beMentor,
  card: beMentorCard,
  already: ({ offers }) => offers,
  async run(core, { actor }, { communityId, note, topics, room, rhythm }) {
    const input = offerInput.safeParse({ note, topics: topicsIn(topics), room: Number(room), rhythm });
    if (!input.success) return input.error.issues[0]?.path[0] === 'note' ? say.noteTooLong : say.wrongTopics;
    const offered = await core.learning.offerMentoring(actor, { ...input.data, communityId });
    return offered.ok ? undefined : sayWhyNot[offered.reason];
  },
  done: say.offered,
};

/** Looks for a mentor: what one would like to be able to do, on which topics, and in which community. */
export const lookForMentorDialog = dialogOf(looking);
/** Offers to be a mentor in a community. */
export const beMentorDialog = dialogOf(offering);

function dialogOf(kind: Kind): Dialog {
  return {
    name: kind.name,
    open: async (core, turn, data) => {
      const draft = draftIn(data);
      const communityId = draft.communityId ?? (await communityHere(core, turn))?.id;
      return page(core, turn, kind, { ...draft, communityId });
    },
    submit: async (core, turn, data) => {
      const { communityId, ...draft } = draftIn(data);
      if (textIn(data, 'step', 20) !== 'send') return page(core, turn, kind, { ...draft, communityId });
      const problem = communityId ? await kind.run(core, turn, { ...draft, communityId }) : say.chooseCommunity;
      return problem ? page(core, turn, kind, { ...draft, communityId }, problem) : { body: dialogSays(kind.done) };
    },
  };
}

async function page(core: Core, turn: Turn, kind: Kind, draft: MentoringDraft, problem?: string): Promise<Reply> {
  const [living, mine] = await Promise.all([myLivingCommunities(core, turn), core.learning.seeMyMentoring(turn.actor)]);
  const done = new Set(kind.already(certain(mine)).map(({ community }) => community.id));
  const where = living.filter(({ id }) => !done.has(id));
  const card = kind.card({
    draft,
    where,
    notice: problem === undefined ? undefined : { text: problem, kind: 'problem' },
    actions:
      where.length > 0
        ? [send(kind.title, { dialog: kind.name, step: 'send' }, true)]
        : [openPage(words.openCopse, turn.links.page('me'))],
  });
  return { body: dialogWith({ title: kind.title, card, tall: true }) };
}

const draftIn = (data: unknown): MentoringDraft => ({
  communityId: idIn(data, 'community'),
  goal: typedIn(data, 'goal').replaceAll(/\s+/g, ' '),
  note: typedIn(data, 'note').replaceAll(/\s+/g, ' '),
  topics: typedIn(data, 'topics'),
  room: typedIn(data, 'room'),
  rhythm: typedIn(data, 'rhythm'),
});
