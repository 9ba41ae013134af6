import type { PracticeCard } from '@copse/core/contracts';
import { lifeNames } from '@copse/core/vocabulary';
import { api } from '../api/client.ts';
import { type Pick, Picker } from './picker.tsx';

const asPick = ({ id, title, community, life }: PracticeCard): Pick => ({
  id,
  title,
  note: `${community.name}, ${lifeNames[life].name.toLowerCase()}`,
});

type Props = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void };

export const PickPractice = ({ chosen, onChoose }: Props) => (
  <Picker
    legend="Practice"
    searchLabel="Find a practice"
    what="practices"
    chosen={chosen}
    onChoose={onChoose}
    find={async (q, cursor) => {
      const answer = await api.practices({ q, limit: 8, ...(cursor ? { cursor } : {}) });
      return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.items.map(asPick) } } : answer;
    }}
    see={async (id) => {
      const answer = await api.practice(id);
      return answer.ok ? { ok: true, value: asPick(answer.value) } : answer;
    }}
  />
);
