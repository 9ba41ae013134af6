import type { CommunityCard } from '@copse/core/contracts';
import { archetypeOf } from '@copse/core/vocabulary';
import { api } from '../api/client.ts';
import { counted } from '../parts/words.ts';
import { type Pick, Picker } from './picker.tsx';

const asPick = ({ id, name, archetype, memberCount }: CommunityCard): Pick => ({
  id,
  title: name,
  note: `${archetypeOf[archetype].name}, ${counted(memberCount, 'member')}`,
});

type Props = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void };

export const PickCommunity = ({ chosen, onChoose }: Props) => (
  <Picker
    legend="Community"
    searchLabel="Find a community"
    what="communities"
    chosen={chosen}
    onChoose={onChoose}
    find={async (q, cursor) => {
      const answer = await api.communities({ q, limit: 8, ...(cursor ? { cursor } : {}) });
      return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.items.map(asPick) } } : answer;
    }}
    see={async (id) => {
      const answer = await api.community(id);
      return answer.ok ? { ok: true, value: asPick(answer.value) } : answer;
    }}
  />
);
