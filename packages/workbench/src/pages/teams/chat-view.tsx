import { Avatar } from '../avatar.tsx';
import { Icon } from '../marks.tsx';
import { BotChat } from './bot-chat.tsx';
import { GroupView } from './group-view.tsx';
import type { TeamsPartProps } from './personal-app.tsx';

interface Props extends TeamsPartProps {
  /** A chat of several; the chat with the bot when there is none of that name for this person. */
  readonly chatKey: string | undefined;
  readonly tab: string;
  readonly tabId: string | undefined;
}

/** The chats of a person: with the bot alone, and with colleagues among whom the bot can be called. */
export function ChatView({ chatKey, tab, tabId, ...shared }: Props) {
  const { scene, person, onPlace } = shared;
  const chats = scene.chats.filter(({ members }) => members.includes(person.key));
  const chat = chats.find(({ key }) => key === chatKey);
  if (chats.length === 0) return <BotChat {...shared} />;

  return (
    <div className="team">
      <nav className="channels chats" aria-label={`Chats of ${person.name}`}>
        <p className="channels-team">Chat</p>
        <button type="button" aria-current={chat ? undefined : 'page'} onClick={() => onPlace('chat')}>
          <Avatar person={undefined} size={24} />
          Copse
        </button>
        {chats.map((one) => (
          <button
            key={one.key}
            type="button"
            aria-current={one === chat ? 'page' : undefined}
            onClick={() => onPlace(`chat/${one.key}`)}
          >
            <span className="avatar avatar-group" aria-hidden="true">
              <Icon name="teams" size={15} />
            </span>
            {one.name}
          </button>
        ))}
      </nav>
      {chat ? (
        <GroupView {...shared} key={chat.id} group={{ kind: 'chat', ...chat }} tab={tab} tabId={tabId} />
      ) : (
        <div className="channel">
          <BotChat {...shared} />
        </div>
      )}
    </div>
  );
}
