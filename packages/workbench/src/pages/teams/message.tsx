import { memo } from 'react';
import type { Look } from '../address.ts';
import { Avatar } from '../avatar.tsx';
import type { ShownPerson } from '../host-server.ts';
import { Card } from './card.tsx';
import type { CardPress, ShownMessage } from './conversation.ts';
import { MarkdownView } from './markdown-view.tsx';

interface Props {
  readonly message: ShownMessage;
  readonly author: ShownPerson | undefined;
  readonly own: boolean;
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
  readonly onPress: (messageId: string, press: CardPress) => Promise<unknown>;
  readonly onSuggest: (text: string) => void;
  /** An action of the message extension on this message. */
  readonly onPick?: (commandId: string, message: ShownMessage) => void;
}

const time = (at: string) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** One message of a chat or channel: words, cards, suggestions. */
export const Message = memo(function Message({
  message,
  author,
  own,
  look,
  onLink,
  onPress,
  onSuggest,
  onPick,
}: Props) {
  const text = message.text?.replaceAll(/<at>(.*?)<\/at>/g, '**$1**');
  return (
    <article className="message" data-own={own} aria-label={`${author?.name ?? 'Copse'}, ${time(message.at)}`}>
      {own ? null : <Avatar person={author} size={32} />}
      <div className="message-body">
        <div className="message-head">
          {own ? null : <strong>{author?.name ?? 'Copse'}</strong>}
          {author ? null : <span className="message-tag">App</span>}
          <time dateTime={message.at}>{time(message.at)}</time>
          {message.editedAt ? <span>Edited</span> : null}
        </div>
        {message.deleted ? <p className="message-gone">This message was deleted.</p> : null}
        {text ? <MarkdownView text={text} onLink={onLink} /> : null}
        {message.attachments.map((attachment, index) =>
          attachment.contentType === 'application/vnd.microsoft.card.adaptive' ? (
            <Card
              key={`${index}-${message.version}`}
              content={attachment.content}
              look={look}
              onLink={onLink}
              onPress={(press) => onPress(message.id, press)}
            />
          ) : null,
        )}
        {onPick && author && message.text && !message.deleted ? (
          <div className="message-actions" role="group" aria-label="Actions on this message">
            <button type="button" onClick={() => onPick('askCommunity', message)}>
              Ask the community
            </button>
            <button type="button" onClick={() => onPick('keepAsPractice', message)}>
              Keep as practice
            </button>
          </div>
        ) : null}
        {message.suggested?.length ? (
          <div className="suggested">
            {message.suggested.map(({ title, value }) => (
              <button key={value} type="button" onClick={() => onSuggest(value)}>
                {title}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </article>
  );
});
