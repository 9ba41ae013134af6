import { useCallback, useState } from 'react';
import type { Look } from '../address.ts';
import { Icon, type IconName } from '../marks.tsx';
import type { SceneInfo, ShownPerson } from '../host-server.ts';
import { ChannelView } from './channel-view.tsx';
import { ChatView } from './chat-view.tsx';
import { followLink } from './deep-link.ts';
import { PersonalApp } from './personal-app.tsx';
import { useTaskDialog } from './task-dialog.tsx';

export interface TeamsProps {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

const RAIL: readonly {
  readonly icon: IconName;
  readonly label: string;
  readonly part: string;
  readonly place: string;
}[] = [
  { icon: 'copse', label: 'Copse', part: 'app', place: 'app/home' },
  { icon: 'chat', label: 'Chat', part: 'chat', place: 'chat' },
  { icon: 'teams', label: 'Teams', part: 'channel', place: 'channel/general/posts' },
];

/** A Teams window of one person: the rail, and whichever of app, chat or team is open. */
export function TeamsWindow({ scene, person, look, place, onPlace }: TeamsProps) {
  const [part = 'app', ...rest] = place.split('/');
  const [notice, setNotice] = useState<string>();
  const onLink = useCallback((link: string) => followLink(link, scene, onPlace), [scene, onPlace]);
  const onShare = (link: string) => setNotice(link ? `Ready to share: ${link}` : 'Ready to share.');
  const { dialog, openTask } = useTaskDialog({ scene, person, look, onLink });
  const shared = { scene, person, look, onLink, onShare, onTask: openTask, onPlace };

  return (
    <div className="window teams" data-look={look}>
      <nav className="rail" aria-label={`Teams of ${person.name}`}>
        {RAIL.map(({ icon, label, part: itsPart, place: itsPlace }) => (
          <button
            key={itsPart}
            type="button"
            aria-current={part === itsPart ? 'page' : undefined}
            onClick={() => onPlace(itsPlace)}
          >
            <Icon name={icon} size={22} />
            <span>{label}</span>
          </button>
        ))}
      </nav>
      <div className="teams-body">
        {part === 'channel' ? (
          <ChannelView {...shared} channelKey={rest[0] ?? 'general'} tab={rest[1] ?? 'posts'} tabId={rest[2]} />
        ) : part === 'chat' ? (
          <ChatView {...shared} chatKey={rest[0]} tab={rest[1] ?? 'posts'} tabId={rest[2]} />
        ) : (
          <PersonalApp {...shared} tab={rest[0] ?? 'home'} subPageId={rest.slice(1).join('/')} />
        )}
      </div>
      {notice ? (
        <div className="notice" role="status">
          <span>{notice}</span>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => setNotice(undefined)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ) : null}
      {dialog}
    </div>
  );
}
