import { Combobox, Field, Option } from '@fluentui/react-components';
import type { PersonCard } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useSettled } from '../lib/debounce.ts';
import { useApi } from '../shell/session.tsx';
import { DialogGround } from './dialog-ground.ts';
import { findMembers, findPeople } from './find-people.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: PersonCard | undefined;
  readonly onChoose: (person: PersonCard | undefined) => void;
  /** Look only among the members of this community. */
  readonly communityId?: string;
  readonly required?: boolean;
  /** Ids of people who are not offered. */
  readonly except?: readonly (string | undefined)[];
};

/** Finds one person by a part of their name. */
export function PersonPicker({ label, hint, chosen, onChoose, communityId, required = false, except = [] }: Props) {
  const api = useApi();
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const ground = useContext(DialogGround);
  const [open, setOpen] = useState(false);
  const q = useSettled(typed.trim());
  const people = useQuery({
    queryKey: ['people', communityId ?? 'all', q],
    queryFn: ({ signal }) => (communityId ? findMembers(api, communityId, q, signal) : findPeople(api, q, signal)),
  });
  const found = (people.data ?? []).filter(({ id }) => id !== undefined && !except.includes(id));

  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})}>
      <Combobox
        value={typed}
        selectedOptions={chosen?.id ? [chosen.id] : []}
        placeholder="Type a name"
        autoComplete="off"
        mountNode={ground}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        onInput={(event) => {
          setOpen(true);
          setTyped(event.currentTarget.value);
          if (chosen) onChoose(undefined);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          onChoose(found.find(({ id }) => id === optionValue));
          setTyped(optionText ?? '');
        }}
      >
        {found.map((person) => (
          <Option key={person.id} value={person.id ?? ''} text={person.name}>
            <bdi>{[person.name, person.affiliation].filter(Boolean).join(' · ')}</bdi>
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled value="" text="">
            {people.isPending ? 'Looking…' : 'Nobody by that name'}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
