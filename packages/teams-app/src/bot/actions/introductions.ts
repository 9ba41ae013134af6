import { meetingOutcomes } from '@copse/core/vocabulary';
import { introductionCard, introductionsCard } from '../cards/introduction-card.ts';
import { certain } from '../certain.ts';
import { introductionWords as say } from '../introduction-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { idIn, isSet, textIn } from './data.ts';

const FOUR_WEEKS_MS = 28 * 24 * 60 * 60 * 1000;

/** The introduction as the person sees it now, in place of the message about it. */
export const showIntroductionAction: CardAction = {
  verb: 'show-introduction',
  run: async (core, turn, data) => {
    const introductionId = idIn(data, 'introduction');
    if (!introductionId) return oldButton();
    const seen = await core.introductions.seeIntroduction(turn.actor, { introductionId });
    return seen.ok ? { update: introductionCard(seen.value, turn.links) } : note(sayWhyNot[seen.reason]);
  },
};

/** At which of the proposed times the person can come. */
export const suitIntroductionAction: CardAction = {
  verb: 'suit-introduction',
  run: async (core, turn, data) => {
    const introductionId = idIn(data, 'introduction');
    const suits = (textIn(data, 'suits', 40) ?? '')
      .split(',')
      .filter((place) => /^\d$/u.test(place))
      .map(Number);
    if (!introductionId) return oldButton();
    const said = await core.introductions.suitIntroduction(turn.actor, { introductionId, suits });
    return said.ok ? { update: introductionCard(said.value, turn.links) } : note(sayWhyNot[said.reason]);
  },
};

/** Whether they have met, and whether it was useful. */
export const tellIntroductionAction: CardAction = {
  verb: 'tell-introduction',
  run: async (core, turn, data) => {
    const introductionId = idIn(data, 'introduction');
    const met = meetingOutcomes.find((outcome) => outcome === textIn(data, 'met', 20));
    if (!introductionId || !met) return oldButton();
    const useful = met === 'met' ? isSet(data, 'useful') : undefined;
    const told = await core.introductions.tellOfIntroduction(turn.actor, { introductionId, met, useful });
    if (!told.ok) return note(sayWhyNot[told.reason]);
    return { update: introductionCard(told.value, turn.links, { text: say.thanks, kind: 'done' }) };
  },
};

/** Not to be introduced for four weeks, or to be introduced again. */
export const pauseIntroductionsAction: CardAction = {
  verb: 'pause-introductions',
  run: async (core, turn, data) => {
    const communityId = idIn(data, 'community');
    if (!communityId) return oldButton();
    const mine = certain(await core.introductions.seeMyIntroductions(turn.actor, { limit: 10 }));
    const team = mine.wishes.find(({ community }) => community.id === communityId)?.team;
    const pausedUntil = isSet(data, 'pause') ? new Date(turn.now().getTime() + FOUR_WEEKS_MS).toISOString() : undefined;
    const said = await core.introductions.wishIntroductions(turn.actor, { communityId, team, pausedUntil });
    if (!said.ok) return note(sayWhyNot[said.reason]);
    const after = certain(await core.introductions.seeMyIntroductions(turn.actor, { limit: 10 }));
    const { timeZone } = certain(await core.identity.seeMe(turn.actor));
    return { update: introductionsCard(after, timeZone, turn.links) };
  },
};
