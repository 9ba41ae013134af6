import type { MessageItem } from '@copse/core';
import { type Action, press, pressOnly } from '../cards/card.ts';
import { gatheringWords as say } from '../gathering-strings.ts';

/** The answers that a message about a gathering asks for; the message becomes the card of that date. */
export function gatheringActions({ what, link }: MessageItem): Action[] {
  const answer = (name: string, given: 'going' | 'maybe' | 'not-going') =>
    pressOnly(name, 'answer-gathering', { gathering: link.id, answer: given });
  switch (what) {
    case 'gathering-scheduled':
    case 'gathering-host-of':
    case 'gathering-hosting':
      return [answer(say.going, 'going'), answer(say.maybe, 'maybe')];
    case 'gathering-moved':
      return [answer(say.going, 'going'), answer(say.notGoing, 'not-going')];
    case 'gathering-reminder':
      return [press(say.details, 'show-gathering', { gathering: link.id }, true), answer(say.notGoing, 'not-going')];
    case 'place-for-me':
      return [answer(say.notGoing, 'not-going')];
    case 'gathering-recap':
      return [press(say.read, 'show-gathering', { gathering: link.id }, true)];
    default:
      return [];
  }
}
