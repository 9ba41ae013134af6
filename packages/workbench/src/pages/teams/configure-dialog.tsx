import { useRef, useState } from 'react';
import type { Look } from '../address.ts';
import { Dialog } from '../dialog.tsx';
import { ask, type Group, type SceneInfo, type ShownPerson } from '../host-server.ts';
import type { ChannelTab } from './group-view.tsx';
import { TabFrame } from './tab-frame.tsx';
import type { AttachedTab, TabSettings } from './tab-host.ts';

interface Props {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly group: Group;
  readonly existing: ChannelTab | undefined;
  readonly onLink: (link: string) => boolean;
  readonly onClose: () => void;
  readonly onSaved: (tab: ChannelTab) => void;
  readonly onRemoved: () => void;
}

/** Adding or changing a tab of a channel or chat: the app's own configuration page, with Teams' Save around it. */
export function ConfigureDialog(props: Props) {
  const { scene, person, look, group, existing, onLink, onClose, onSaved, onRemoved } = props;
  const [valid, setValid] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const host = useRef<AttachedTab | undefined>(undefined);
  const settings = useRef<TabSettings>(
    existing
      ? { entityId: existing.entityId, contentUrl: existing.contentUrl, suggestedDisplayName: existing.name }
      : {},
  );

  const finish = async (refused?: string) => {
    setSaving(false);
    const { entityId, contentUrl, suggestedDisplayName, websiteUrl } = settings.current;
    if (refused) return setProblem(refused);
    if (!entityId || !contentUrl) return setProblem('The app chose nothing to show.');
    const tab: ChannelTab = {
      id: existing?.id ?? crypto.randomUUID(),
      entityId,
      contentUrl,
      name: suggestedDisplayName || 'Copse',
      ...(websiteUrl ? { websiteUrl } : {}),
    };
    await ask('PUT', `/tabs/${group.key}`, tab);
    return onSaved(tab);
  };
  const remove = async () => {
    if (existing) await ask('DELETE', `/tabs/${group.key}/${existing.id}`);
    onRemoved();
  };

  return (
    <Dialog
      title={existing ? 'Change this tab' : `Add Copse to ${group.name}`}
      wide
      onClose={onClose}
      footer={
        <>
          {problem ? <p role="alert">{problem}</p> : null}
          {existing ? (
            <button type="button" className="plain-button" onClick={() => void remove()}>
              Remove tab
            </button>
          ) : null}
          <button type="button" className="plain-button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="teams-button"
            disabled={!valid || saving}
            onClick={() => {
              setProblem(undefined);
              setSaving(true);
              host.current?.send('settings.save', [{}]);
            }}
          >
            {saving ? 'Saving…' : 'Save'}
          </button>
        </>
      }
    >
      <div className="task-body">
        <TabFrame
          scene={scene}
          person={person}
          look={look}
          src={`${scene.serviceUrl}/tab/configure.html`}
          title="Choose a community"
          entityId={existing?.entityId ?? ''}
          group={group}
          frameContext="settings"
          onLink={onLink}
          onAttached={(attached) => (host.current = attached)}
          settings={{
            current: () => settings.current,
            onChange: (next) => (settings.current = next),
            onValid: setValid,
            onSaved: (refused) => void finish(refused),
          }}
        />
      </div>
    </Dialog>
  );
}
