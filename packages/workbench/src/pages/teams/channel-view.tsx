import { GroupView } from './group-view.tsx';
import type { TeamsPartProps } from './personal-app.tsx';

interface Props extends TeamsPartProps {
  readonly channelKey: string;
  readonly tab: string;
  readonly tabId: string | undefined;
}

/** The team: its channels, and the one that is open. */
export function ChannelView({ channelKey, tab, tabId, ...shared }: Props) {
  const { scene, person, onPlace } = shared;
  const channel = scene.team.channels.find(({ key }) => key === channelKey) ?? scene.team.channels[0];
  if (!channel) return null;

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
      <GroupView {...shared} key={channel.id} group={{ kind: 'channel', ...channel }} tab={tab} tabId={tabId} />
    </div>
  );
}
