import { useEffect, useState } from 'react';
import { ask, onSceneEvent, type Group } from '../host-server.ts';
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
}

interface Props extends TeamsPartProps {
  readonly group: Group;
  readonly tab: string;
  readonly tabId: string | undefined;
}

/** A channel or a chat of several people: what they write, its tabs, and the way to add one. */
export function GroupView(props: Props) {
  const { scene, person, look, onLink, onPlace, onShare, onTask, group, tab, tabId } = props;
  const [pinned, setPinned] = useState<Tabs>();
  const [adding, setAdding] = useState<'new' | ChannelTab>();
  const at = `${group.kind}/${group.key}`;

  useEffect(() => {
    const load = () => void ask<Tabs>('GET', '/tabs').then(setPinned, () => undefined);
    load();
    return onSceneEvent((event) => (event.type === 'tabs' ? load() : undefined));
  }, []);

  const tabs = pinned?.tabs[group.key] ?? [];
  const open = tab === 'tab' ? tabs.find(({ id }) => id === tabId) : undefined;

  return (
    <>
      <div className="channel">
        <header className="teams-head">
          <h2 title={group.about}>{group.name}</h2>
          <div className="teams-tabs" role="group" aria-label={`${group.name}, ${group.kind}`}>
            <button type="button" aria-current={open ? undefined : 'page'} onClick={() => onPlace(`${at}/posts`)}>
              {group.kind === 'chat' ? 'Chat' : 'Posts'}
            </button>
            {tabs.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-current={open?.id === id ? 'page' : undefined}
                onClick={() => onPlace(`${at}/tab/${id}`)}
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
            group={group}
            onLink={onLink}
            onShare={onShare}
            onTask={onTask}
          />
        ) : (
          <Posts key={group.id} {...props} group={group} />
        )}
      </div>
      {adding ? (
        <ConfigureDialog
          scene={scene}
          person={person}
          look={look}
          group={group}
          existing={adding === 'new' ? undefined : adding}
          onLink={onLink}
          onClose={() => setAdding(undefined)}
          onSaved={(saved) => {
            setAdding(undefined);
            onPlace(`${at}/tab/${saved.id}`);
          }}
          onRemoved={() => {
            setAdding(undefined);
            onPlace(`${at}/posts`);
          }}
        />
      ) : null}
    </>
  );
}
