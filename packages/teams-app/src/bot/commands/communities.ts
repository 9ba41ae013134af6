import { communitiesCard } from '../cards/communities-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';
import { findCommand } from './find.ts';
import { myCommunities } from '../which-community.ts';

export const communitiesCommand: Command = {
  name: 'communities',
  usage: 'communities',
  does: 'Your communities, and others that may suit you',

  async run(core, turn, words) {
    // «communities about testing» and «communities testing» ask for the same.
    const topic = words.replace(/^(?:about|on|for|around|regarding) /i, '');
    if (topic) return findCommand.run(core, turn, topic, 'community');

    if (inGroup(turn)) {
      const directory = await core.communities.listDirectory(turn.actor, { limit: 12 });
      const mine = directory.ok ? directory.value.items.filter(({ visibility }) => visibility !== 'by-invitation') : [];
      return { card: communitiesCard({ mine, suggested: [], viewer: turn }), summary: say.communities.titleInGroup };
    }
    const [mine, suggestions] = await Promise.all([
      myCommunities(core, turn),
      core.discovery.suggestCommunities(turn.actor),
    ]);
    const suggested = certain(suggestions).items;
    return { card: communitiesCard({ mine, suggested, viewer: turn }), summary: say.communities.title };
  },
};
