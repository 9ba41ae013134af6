import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem, type Channel } from '../host-server.ts';
import { Composer } from './composer.tsx';
import { useConversation, type ShownMessage } from './conversation.ts';
import { Message } from './message.tsx';
import type { TeamsPartProps } from './personal-app.tsx';
import { useWriting } from './writing.tsx';

interface Props extends TeamsPartProps {
  readonly channel: Channel;
  readonly installed: boolean | undefined;
}

const threadsOf = (messages: readonly ShownMessage[]) => {
  const threads = new Map<string, ShownMessage[]>();
  for (const message of messages) threads.set(message.threadId, [...(threads.get(message.threadId) ?? []), message]);
  return [...threads];
};

/** The posts of a channel in their threads. Copse hears only what mentions it. */
export function Posts({ scene, person, look, onLink, channel, installed }: Props) {
  const conversation = useConversation(channel.id, person);
  const { messages, typing, problem, say } = conversation;
  const writing = useWriting({ scene, look, onLink, conversation });
  const [refused, setRefused] = useState<string>();
  const actions = useRef({ say });
  actions.current = { say };
  const onSuggest = useCallback((text: string) => void actions.current.say(`@Copse ${text}`), []);
  const end = useRef<HTMLDivElement>(null);
  const count = messages?.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  const add = async () => {
    setRefused(undefined);
    await ask('POST', '/team/install', { as: person.key }).catch((error: unknown) =>
      setRefused(error instanceof Problem ? error.message : 'Copse could not be added.'),
    );
  };

  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="messages posts" role="log" aria-label={`Posts in ${channel.name}`} tabIndex={0}>
        {installed === false ? (
          <div className="invite">
            <p>
              <strong>Copse is not in this team yet.</strong> Add it, then mention it in a post: “@Copse find captions”.
            </p>
            <button type="button" className="teams-button" onClick={() => void add()}>
              Add Copse to {scene.team.name}
            </button>
            {refused ? <p role="alert">{refused}</p> : null}
          </div>
        ) : null}
        {threadsOf(messages ?? []).map(([threadId, thread]) => (
          <section key={threadId} className="thread" aria-label="Conversation">
            {thread.map((message) => (
              <Message
                key={message.id}
                message={message}
                author={scene.people.find(({ key }) => key === message.from)}
                own={false}
                look={look}
                onLink={onLink}
                onPress={writing.onPress}
                onSuggest={onSuggest}
                onPick={writing.onPick}
              />
            ))}
            <Composer label="Reply" onSend={(text) => say(text, threadId)} />
          </section>
        ))}
        {messages?.length === 0 && installed ? <p className="empty">No posts yet. Start with “@Copse help”.</p> : null}
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
        label={`Start a post in ${channel.name}`}
        hints={installed ? ['@Copse help', '@Copse questions', '@Copse community'] : []}
        onSend={(text) => writing.send(text)}
        onSearch={writing.onSearch}
        searching={writing.searching}
      />
      {writing.dialog}
    </>
  );
}
