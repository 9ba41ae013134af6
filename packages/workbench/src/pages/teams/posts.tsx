import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem, type Group } from '../host-server.ts';
import { Composer } from './composer.tsx';
import { useConversation, type ShownMessage } from './conversation.ts';
import { Message } from './message.tsx';
import type { TeamsPartProps } from './personal-app.tsx';
import { useWriting } from './writing.tsx';

interface Props extends TeamsPartProps {
  readonly group: Group;
}

const threadsOf = (messages: readonly ShownMessage[]) => {
  const threads = new Map<string, ShownMessage[]>();
  for (const message of messages) threads.set(message.threadId, [...(threads.get(message.threadId) ?? []), message]);
  return [...threads];
};

/** The people of a chat by their first names, as Teams writes them. */
const namesOf = (group: Group, people: Props['scene']['people']) =>
  group.kind === 'chat'
    ? people
        .filter(({ key }) => group.members.includes(key))
        .map(({ name }) => name.split(' ')[0])
        .join(', ')
    : undefined;

/** What is written in a channel, in its threads, or in a chat. Copse answers only what mentions it. */
export function Posts({ scene, person, look, onLink, group }: Props) {
  const conversation = useConversation(group.id, person);
  const { messages, installed, typing, problem, say } = conversation;
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
    await ask('POST', `/conversations/${encodeURIComponent(group.id)}/install`, { as: person.key }).catch(
      (error: unknown) => setRefused(error instanceof Problem ? error.message : 'Copse could not be added.'),
    );
  };

  const isChat = group.kind === 'chat';
  const log = isChat ? `Messages in ${group.name}` : `Posts in ${group.name}`;
  const names = namesOf(group, scene.people);
  const show = (message: ShownMessage) => (
    <Message
      key={message.id}
      message={message}
      author={scene.people.find(({ key }) => key === message.from)}
      own={isChat && message.from === person.key}
      look={look}
      onLink={onLink}
      onPress={writing.onPress}
      onSuggest={onSuggest}
      onPick={writing.onPick}
    />
  );

  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className={isChat ? 'messages' : 'messages posts'} role="log" aria-label={log} tabIndex={0}>
        {names ? <p className="chat-people">{names}</p> : null}
        {messages && !installed ? (
          <div className="invite">
            <p>
              <strong>Copse is not in this {isChat ? 'chat' : 'team'} yet.</strong> Add it, then mention it: “@Copse
              find captions”.
            </p>
            <button type="button" className="teams-button" onClick={() => void add()}>
              Add Copse to {isChat ? group.name : scene.team.name}
            </button>
            {refused ? <p role="alert">{refused}</p> : null}
          </div>
        ) : null}
        {isChat
          ? messages?.map(show)
          : threadsOf(messages ?? []).map(([threadId, thread]) => (
              <section key={threadId} className="thread" aria-label="Conversation">
                {thread.map(show)}
                <Composer label="Reply" onSend={(text) => say(text, threadId)} />
              </section>
            ))}
        {messages?.length === 0 && installed ? <p className="empty">Nothing yet. Start with “@Copse help”.</p> : null}
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
        label={isChat ? `Write to ${group.name}` : `Start a post in ${group.name}`}
        hints={installed ? ['@Copse help', '@Copse questions', '@Copse community'] : []}
        onSend={(text) => writing.send(text)}
        onSearch={writing.onSearch}
        searching={writing.searching}
      />
      {writing.dialog}
    </>
  );
}
