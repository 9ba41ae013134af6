import { useCallback, useEffect, useRef, useState } from 'react';
import { useBotDialog } from './bot-dialog.tsx';
import type { CardPress, ShownMessage, useConversation } from './conversation.ts';
import { ChosenCard, ExtensionPanel } from './extension.tsx';
import type { TeamsPartProps } from './personal-app.tsx';

const OUR_LINK = /https?:\/\/[^\s/]+\/open\/(?:communities|practices|questions)\/[0-9a-f-]{36}/i;

type Props = Pick<TeamsPartProps, 'scene' | 'look' | 'onLink'> & {
  readonly conversation: ReturnType<typeof useConversation>;
};

/** What the message extension adds to a conversation: its panel, a card in the message, dialogs, actions on messages. */
export function useWriting({ scene, look, onLink, conversation }: Props) {
  const { say, invoke, press } = conversation;
  const [card, setCard] = useState<unknown>();
  const [searching, setSearching] = useState(false);
  const compose = (chosen: unknown) => {
    setCard(chosen);
    setSearching(false);
  };
  const bot = useBotDialog({ look, onLink, invoke, press, onCompose: compose });
  const latest = useRef(bot);
  useEffect(() => {
    latest.current = bot;
  });

  /** A link of ours turns into a card when the message is sent, as it does in Teams while it is pasted. */
  const send = async (text: string, threadId?: string) => {
    const link = card ? undefined : OUR_LINK.exec(text)?.[0];
    const unfurled = link ? await invoke('composeExtension/queryLink', { url: link }) : undefined;
    const sent = await say(text, threadId, card ?? unfurled?.composeExtension?.attachments?.[0]?.content);
    if (sent !== undefined) setCard(undefined);
    return sent;
  };

  const { people } = scene;
  const onPick = useCallback(
    (commandId: string, message: ShownMessage) => {
      const author = people.find(({ key }) => key === message.from);
      const messagePayload = {
        id: message.id,
        ...(message.threadId === message.id ? {} : { replyToId: message.threadId }),
        createdDateTime: message.at,
        linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(message.threadId)}/${message.id}`,
        from: author ? { user: { id: author.objectId, displayName: author.name, userIdentityType: 'aadUser' } } : {},
        body: { contentType: 'text', content: message.text ?? '' },
      };
      const { threadId } = message;
      void latest.current.openAction(commandId, { commandContext: 'message', messagePayload }, { threadId });
    },
    [people],
  );

  const onPress = useCallback((id: string, pressed: CardPress) => latest.current.press(id, pressed), []);

  return {
    send,
    dialog: bot.dialog,
    onPick,
    onPress,
    above: (
      <>
        {searching ? (
          <ExtensionPanel
            invoke={invoke}
            onChoose={compose}
            onAsk={() => void bot.openAction('askCommunity', { commandContext: 'compose' })}
          />
        ) : null}
        {card ? <ChosenCard card={card} look={look} onLink={onLink} onRemove={() => setCard(undefined)} /> : null}
      </>
    ),
    searching,
    onSearch: () => setSearching((now) => !now),
  };
}
