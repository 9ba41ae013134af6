import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { api } from '../api/client.ts';
import { explain } from '../api/explain.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useHost } from '../host/host-context.tsx';
import { Choice } from '../parts/choice.tsx';
import { Option } from '../parts/option.tsx';
import { PickCommunity } from './pick-community.tsx';
import { SettingsForm } from './settings-form.tsx';

/** Which community, as a card or in full, and whether the whole space belongs to it. */
export function CommunitySettings({ saved }: { saved: MacroSettings }) {
  const { space, siteUrl } = useHost();
  const [which, setWhich] = useState<'space' | 'one'>(saved.communityId ? 'one' : 'space');
  const [communityId, setCommunityId] = useState(saved.communityId);
  const [show, setShow] = useState(saved.show ?? 'card');
  const [connect, setConnect] = useState(false);
  const [connectKey] = useState(() => crypto.randomUUID());

  const settle = async () => {
    if (which === 'space') return { show };
    if (!communityId)
      return { problem: 'Choose a community first, or let the macro show the community of this space.' };
    if (connect && space) {
      const url = siteUrl && space.key ? { url: `${siteUrl}/wiki/spaces/${space.key}` } : {};
      const connected = await api.connectSpace(
        communityId,
        { externalId: space.id, name: space.name || 'Space', ...url },
        { idempotencyKey: connectKey },
      );
      if (!connected.ok) return { problem: Object.values(explain(connected.failure)).join(' ') };
    }
    return { show, communityId };
  };

  return (
    <SettingsForm settle={settle}>
      <Choice
        legend="Show"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'space', label: 'The community of this space', hint: <SpaceHint /> },
          { value: 'one', label: 'A community that I choose' },
        ]}
      />
      <Choice
        legend="As"
        value={show}
        onChange={setShow}
        options={[
          { value: 'card', label: 'Card', hint: 'Purpose, first people, next step' },
          { value: 'full', label: 'Everything', hint: 'Also all people by role, all steps and the charter' },
        ]}
      />
      {which === 'one' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
      {which === 'one' && communityId && space && (
        <ConnectOffer
          communityId={communityId}
          spaceId={space.id}
          spaceName={space.name}
          checked={connect}
          onChange={setConnect}
        />
      )}
    </SettingsForm>
  );
}

function SpaceHint() {
  const { space } = useHost();
  const loaded = useLoaded(`space ${space?.id ?? ''}`, () => api.communityAtSpace(space?.id ?? '-'));
  if (loaded.state === 'loading') return <>…</>;
  if (loaded.state === 'ready') return <>{loaded.value.name}</>;
  return <>No community is connected to this space yet: readers see the directory</>;
}

type OfferProps = {
  readonly communityId: string;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** Offered to those who may connect places to the community, and only while this space is not among them. */
function ConnectOffer({ communityId, spaceId, spaceName, checked, onChange }: OfferProps) {
  const loaded = useLoaded(`community ${communityId}`, () => api.community(communityId));
  if (loaded.state !== 'ready' || !loaded.value.abilities.connect) return null;
  const here = loaded.value.connections.some(
    ({ kind, externalId }) => kind === 'confluence-space' && externalId === spaceId,
  );
  if (here) return <p className="subtle small">This space is connected to {loaded.value.name}.</p>;
  return (
    <Option
      type="checkbox"
      checked={checked}
      onChange={onChange}
      title={`Also connect the space ${spaceName} to this community`}
      hint="Then every Copse macro in the space shows it without being set up."
    />
  );
}
