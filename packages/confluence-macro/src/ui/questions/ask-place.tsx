import type { CommunityView, QuestionView } from '@copse/core/contracts';
import { useState } from 'react';
import { Membership } from '../community/membership.tsx';
import { Button } from '../parts/button.tsx';
import { AskForm } from './ask-form.tsx';

type Props = {
  /** The community to ask in, as the viewer sees it; unset: they choose. */
  readonly community: CommunityView | undefined;
  readonly topic: string | undefined;
  readonly onCommunity: (community: CommunityView) => void;
  readonly onAsked: (question: QuestionView) => void;
  readonly onOpen: (id: string) => void;
};

/** The button that opens the ask box. Whoever is not in the community yet is shown how to get in first. */
export function AskPlace({ community, topic, onCommunity, onAsked, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  if (community?.closed) return <p className="subtle">This community is closed: what it learned stays readable.</p>;

  if (!open) {
    return (
      <div>
        <Button look="primary" onClick={() => setOpen(true)}>
          {community ? `Ask ${community.name}` : 'Ask the community'}
        </Button>
      </div>
    );
  }
  if (community && !community.abilities.ask) {
    return (
      <section className="panel" aria-label="Join first">
        <p>
          Members of {community.name} ask and answer here. <strong>Join first</strong>, then ask.
        </p>
        <Membership community={community} onChange={onCommunity} />
        <div>
          <Button look="subtle" small onClick={() => setOpen(false)}>
            Not now
          </Button>
        </div>
      </section>
    );
  }
  return (
    <AskForm
      communityId={community?.id}
      topic={topic}
      onOpen={onOpen}
      onClose={() => setOpen(false)}
      onAsked={(question) => {
        setOpen(false);
        onAsked(question);
      }}
    />
  );
}
