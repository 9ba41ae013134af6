import { gatheringsCard } from '../cards/gathering-card.ts';
import { plain } from '../cards/plain.ts';
import { certain } from '../certain.ts';
import { clockOf } from '../clock-of.ts';
import { forAllHere } from '../for-all.ts';
import { gatheringWords as say } from '../gathering-strings.ts';
import type { Command } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const MOST = 12;

export const gatheringsCommand: Command = {
  name: 'gatherings',
  usage: 'gatherings',
  does: say.does,

  async run(core, turn, words) {
    const here = await communityHere(core, turn);
    const mine = /^(?:my|mine)$/iu.test(words.trim());
    const { items } = certain(
      await core.gatherings.listGatherings(turn.actor, {
        limit: MOST,
        ...(here ? { communityId: here.id } : mine ? { mine } : { member: true }),
      }),
    );
    const dates = await forAllHere(core, turn, items);
    const title = here ? say.here(plain(here.name)) : say.title;
    const page = here ? `communities/${here.id}/gatherings` : 'gatherings';
    const timeZone = await clockOf(core, turn);
    const model = { title, dates, timeZone, links: turn.links, page, here: 'gatherings' };
    return { card: gatheringsCard(model), summary: title };
  },
};
