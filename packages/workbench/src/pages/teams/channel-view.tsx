import { useEffect, useState } from 'react';
import { ask, onSceneEvent } from '../host-server.ts';
import { Icon } from '../marks.tsx';
import { ConfigureDialog } from './configure-dialog.tsx';
import type { TeamsPartProps } from './personal-app.tsx';
import { Posts } from './posts.tsx';
import { TabFrame } from './tab-frame.tsx';

export interface ChannelTab {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
}

interface Tabs {
  readonly tabs: Readonly<Record<string, readonly ChannelTab[]>>;
  readonly teamHasApp: boolean;
}

interface Props extends TeamsPartProps {
  readonly channelKey: string;
  readonly tab: string;
  readonly tabId: string | undefined;
}

/** A channel of the team: its posts, its tabs, and the way to add one. */
export function ChannelView(props: Props) {
  const { scene, person, look, onLink, onPlace, onShare, onTask, channelKey, tab, tabId } = props;
  const channel = scene.team.channels.find(({ key }) => key === channelKey) ?? scene.team.channels[0];
  const [pinned, setPinned] = useState<Tabs>();
  const [adding, setAdding] = useState<'new' | ChannelTab>();

  useEffect(() => {
    const load = () => void ask<Tabs>('GET', '/tabs').then(setPinned, () => undefined);
    load();
    return onSceneEvent((event) => (event.type === 'tabs' ? load() : undefined));
  }, []);

  if (!channel) return null;
  const tabs = pinned?.tabs[channel.key] ?? [];
  const open = tab === 'tab' ? tabs.find(({ id }) => id === tabId) : undefined;

  return (
    <div className="team">
      <nav className="channels" aria-label={`${scene.team.name}, for ${person.name}`}>
        <p className="channels-team">{scene.team.name}</p>
        {scene.team.channels.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            aria-current={key === channel.key ? 'page' : undefined}
            onClick={() => onPlace(`channel/${key}/posts`)}
          >
            {name}
          </button>
        ))}
      </nav>
      <div className="channel">
        <header className="teams-head">
          <h2 title={channel.about}>{channel.name}</h2>
          <div className="teams-tabs" role="group" aria-label={`${channel.name} channel`}>
            <button
              type="button"
              aria-current={open ? undefined : 'page'}
              onClick={() => onPlace(`channel/${channel.key}/posts`)}
            >
              Posts
            </button>
            {tabs.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-current={open?.id === id ? 'page' : undefined}
                onClick={() => onPlace(`channel/${channel.key}/tab/${id}`)}
              >
                {name}
              </button>
            ))}
            <button type="button" className="add-tab" aria-label="Add a tab" onClick={() => setAdding('new')}>
              <Icon name="plus" size={16} />
              <span>Add a tab</span>
            </button>
          </div>
          {open ? (
            <button
              type="button"
              className="icon-button"
              aria-label="Settings of this tab"
              onClick={() => setAdding(open)}
            >
              <Icon name="gear" size={18} />
            </button>
          ) : null}
        </header>
        {open ? (
          <TabFrame
            key={`${open.id} ${open.contentUrl}`}
            scene={scene}
            person={person}
            look={look}
            src={open.contentUrl}
            title={open.name}
            entityId={open.entityId}
            channel={channel}
            onLink={onLink}
            onShare={onShare}
            onTask={onTask}
          />
        ) : (
          <Posts key={channel.id} {...props} channel={channel} installed={pinned?.teamHasApp} />
        )}
      </div>
      {adding ? (
        <ConfigureDialog
          scene={scene}
          person={person}
          look={look}
          channel={channel}
          existing={adding === 'new' ? undefined : adding}
          onLink={onLink}
          onClose={() => setAdding(undefined)}
          onSaved={(saved) => {
            setAdding(undefined);
            onPlace(`channel/${channel.key}/tab/${saved.id}`);
          }}
          onRemoved={() => {
            setAdding(undefined);
            onPlace(`channel/${channel.key}/posts`);
          }}
        />
      ) : null}
    </div>
  );
}
