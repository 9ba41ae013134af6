import type { Look } from '../address.ts';
import { Avatar } from '../avatar.tsx';
import type { SceneInfo, ShownPerson } from '../host-server.ts';
import { TabFrame, type TabFrameProps } from './tab-frame.tsx';

export interface TeamsPartProps {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
  readonly onPlace: (place: string) => void;
  readonly onShare: (link: string) => void;
  readonly onTask: NonNullable<TabFrameProps['onTask']>;
}

const HOME = { entityId: 'home', name: 'Home' };
const TABS = [
  HOME,
  { entityId: 'questions', name: 'Questions' },
  { entityId: 'discover', name: 'Discover' },
  { entityId: 'me', name: 'Me' },
];

/** The app's own place in the rail: its four tabs, and the chat with its bot beside them, as Teams arranges it. */
export function PersonalApp(props: TeamsPartProps & { readonly tab: string; readonly subPageId: string }) {
  const { scene, person, look, onLink, onPlace, onShare, onTask, subPageId } = props;
  const tab = TABS.find(({ entityId }) => entityId === props.tab) ?? HOME;
  const src = `${scene.serviceUrl}/tab/index.html#/${tab.entityId}`;

  return (
    <>
      <header className="teams-head">
        <Avatar person={undefined} size={28} />
        <h2>Copse</h2>
        <div className="teams-tabs" role="group" aria-label="Copse">
          {TABS.map(({ entityId, name }) => (
            <button
              key={entityId}
              type="button"
              aria-current={entityId === tab.entityId ? 'page' : undefined}
              onClick={() => onPlace(`app/${entityId}`)}
            >
              {name}
            </button>
          ))}
          <button type="button" onClick={() => onPlace('chat')}>
            Chat
          </button>
        </div>
      </header>
      <TabFrame
        key={`${tab.entityId}/${subPageId}`}
        scene={scene}
        person={person}
        look={look}
        src={src}
        title={`Copse: ${tab.name}`}
        entityId={tab.entityId}
        {...(subPageId ? { subPageId } : {})}
        onLink={onLink}
        onShare={onShare}
        onTask={onTask}
      />
    </>
  );
}
