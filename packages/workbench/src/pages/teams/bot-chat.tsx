import { useCallback, useEffect, useRef } from 'react';
import { Avatar } from '../avatar.tsx';
import { Composer } from './composer.tsx';
import { useConversation } from './conversation.ts';
import { Message } from './message.tsx';
import type { TeamsPartProps } from './personal-app.tsx';
import { useWriting } from './writing.tsx';

const HINTS = ['help', 'ask', 'questions', 'find accessibility', 'digest'];

/** The chat of one person with the bot. */
export function BotChat({ scene, person, look, onLink, onPlace }: TeamsPartProps) {
  const conversation = useConversation(person.conversationId, person);
  const { messages, typing, problem, say } = conversation;
  const writing = useWriting({ scene, look, onLink, conversation });
  const end = useRef<HTMLDivElement>(null);
  const count = messages?.length ?? 0;
  const actions = useRef({ say });
  actions.current = { say };
  const onSuggest = useCallback((text: string) => void actions.current.say(text), []);

  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count, typing]);

  return (
    <>
      <header className="teams-head">
        <Avatar person={undefined} size={28} />
        <h2>Copse</h2>
        <div className="teams-tabs" role="group" aria-label="Copse">
          <button type="button" aria-current="page">
            Chat
          </button>
          <button type="button" onClick={() => onPlace('app/home')}>
            Home
          </button>
        </div>
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="messages" role="log" aria-label="Messages" tabIndex={0}>
        {messages?.map((message) => (
          <Message
            key={message.id}
            message={message}
            author={scene.people.find(({ key }) => key === message.from)}
            own={message.from === person.key}
            look={look}
            onLink={onLink}
            onPress={writing.onPress}
            onSuggest={onSuggest}
          />
        ))}
        {typing ? <p className="typing">Copse is writing…</p> : null}
        {problem ? (
          <p className="chat-problem" role="alert">
            {problem}
          </p>
        ) : null}
        <div ref={end} />
      </div>
      {writing.above}
      <Composer
        label="Write to Copse"
        hints={HINTS}
        onSend={(text) => writing.send(text)}
        onSearch={writing.onSearch}
        searching={writing.searching}
      />
      {writing.dialog}
    </>
  );
}
