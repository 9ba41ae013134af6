import { type Action, AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { useEffect, useRef } from 'react';
import type { Look } from '../address.ts';
import { cardHostConfig } from './card-host-config.ts';
import type { CardPress } from './conversation.ts';
import { markdownHtml } from './markdown-html.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};

interface Props {
  readonly content: unknown;
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
  readonly onPress: (press: CardPress) => Promise<unknown>;
}

const pressOf = (action: Action): CardPress | undefined => {
  const named = { ...(action.id ? { id: action.id } : {}), ...(action.title ? { title: action.title } : {}) };
  if (action instanceof ExecuteAction) {
    return { type: 'Action.Execute', ...named, verb: action.verb, data: action.data };
  }
  return action instanceof SubmitAction ? { type: 'Action.Submit', ...named, data: action.data } : undefined;
};

/** An Adaptive Card drawn by Microsoft's own renderer. While a press is under way its buttons rest. */
export function Card({ content, look, onLink, onPress }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ onLink, onPress });
  latest.current = { onLink, onPress };

  useEffect(() => {
    const root = place.current;
    if (!root) return;
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(cardHostConfig(look));
    card.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) {
        if (action.url) latest.current.onLink(action.url);
        return;
      }
      const press = pressOf(action);
      if (!press) return;
      root.inert = true;
      void latest.current.onPress(press).finally(() => (root.inert = false));
    };
    card.onAnchorClicked = (_element, anchor) => {
      latest.current.onLink(anchor.href);
      return true;
    };
    try {
      card.parse(structuredClone(content));
      const drawn = card.render();
      // A row that can be pressed is named by all that stands in it, and not by the title of its action alone.
      for (const row of drawn?.querySelectorAll('.ac-container[role="button"]') ?? [])
        row.removeAttribute('aria-label');
      root.replaceChildren(...(drawn ? [drawn] : []));
    } catch {
      root.replaceChildren('This card could not be shown.');
    }
  }, [content, look]);

  return <div className="card" ref={place} />;
}
