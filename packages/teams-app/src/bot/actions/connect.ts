import type { Core } from '@copse/core';
import type { CommunityCard } from '@copse/core/contracts';
import { communityCard } from '../cards/community-card.ts';
import { chooseConnectionCard } from '../cards/connect-card.ts';
import { plain } from '../cards/plain.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction, Turn } from '../turn.ts';
import { note } from './answer.ts';
import { idIn } from './data.ts';

const say = words.connect;
const MOST = 50;

/** Shows whoever pressed their own communities to choose from; nobody else sees that list. */
export const chooseConnectionAction: CardAction = {
  verb: 'choose-connection',
  run: async (core, turn) =>
    turn.place.kind === 'personal'
      ? note(say.onlyInGroup)
      : { update: chooseConnectionCard(await mineOf(core, turn), turn) },
};

/** Connects the channel or chat to a community; the card then shows that community to everybody. */
export const connectAction: CardAction = {
  verb: 'connect',
  run: async (core, turn, data) => {
    const { place } = turn;
    if (place.kind === 'personal') return note(say.onlyInGroup);
    const communityId = idIn(data, 'community');
    if (!communityId) {
      return { update: chooseConnectionCard(await mineOf(core, turn), turn, { text: say.required, kind: 'problem' }) };
    }

    const { kind, externalId, name, url } = place;
    const connected = await core.communities.connectPlace(turn.actor, {
      communityId,
      kind,
      externalId,
      name,
      ...(url ? { url } : {}),
    });
    if (!connected.ok) {
      const notice = { text: sayWhyNot[connected.reason], kind: 'problem' } as const;
      return { update: chooseConnectionCard(await mineOf(core, turn), turn, notice) };
    }
    const notice = { text: say.done(`**${plain(connected.value.name)}**`), kind: 'done' } as const;
    return {
      update: communityCard(connected.value, { viewer: turn, personal: true, notice }),
      forAll: communityCard(connected.value, { viewer: turn, personal: false, notice }),
    };
  },
};

async function mineOf(core: Core, turn: Turn): Promise<readonly CommunityCard[]> {
  const mine = await core.communities.listDirectory(turn.actor, { mine: true, limit: MOST });
  return mine.ok ? mine.value.items : [];
}
