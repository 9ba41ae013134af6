import { editProfileInput } from '@copse/core/contracts';
import { suggestionsCard, welcomeCard } from '../cards/welcome-card.ts';
import { certain } from '../certain.ts';
import type { CardAction } from '../turn.ts';
import { textIn } from './data.ts';

const LONGEST = 1000;

/** Shows the card that asks for interests, with those that are known. */
export const askInterestsAction: CardAction = {
  verb: 'ask-interests',
  run: async (core, turn) => {
    const { interests } = certain(await core.identity.seeMe(turn.actor));
    return { update: welcomeCard(interests) };
  },
};

/** Saves interests, written as a list with commas, and answers with communities that fit them. */
export const saveInterestsAction: CardAction = {
  verb: 'save-interests',
  run: async (core, turn, data) => {
    const written = textIn(data, 'interests', LONGEST) ?? '';
    const topics = written
      .split(/[,;\n]|\band\b/i)
      .map((topic) => topic.trim())
      .filter(Boolean);
    const edit = editProfileInput.safeParse({ interests: topics });
    if (topics.length === 0 || !edit.success) return { update: welcomeCard(topics, true) };

    await core.identity.editProfile(turn.actor, edit.data);
    const { suggested } = certain(await core.stewardship.seeHome(turn.actor));
    return { update: suggestionsCard(suggested, turn) };
  },
};
