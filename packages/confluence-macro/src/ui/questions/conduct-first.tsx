import type { ConductView } from '@copse/core/contracts';
import { type ReactNode, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';

/** Communities whose code of conduct the viewer has agreed to, as far as this page view knows. */
const agreed = new Set<string>();

/**
 * Runs `then` as somebody who has agreed to the community's code of conduct, which is shown once before the first words
 * are written there.
 */
export function useConductFirst(): {
  readonly prompt: ReactNode;
  readonly run: (communityId: string, then: () => void) => void;
} {
  const [shown, setShown] = useState<{ communityId: string; conduct: ConductView }>();
  const waiting = useRef<(() => void) | undefined>(undefined);

  const run = (communityId: string, then: () => void) => {
    if (agreed.has(communityId)) return then();
    return void api.conduct(communityId).then((answer) => {
      // Where it cannot be read, the write itself says what is wrong.
      if (!answer.ok || answer.value.acknowledgedOn !== undefined) {
        if (answer.ok) agreed.add(communityId);
        return then();
      }
      waiting.current = then;
      return setShown({ communityId, conduct: answer.value });
    });
  };

  const close = () => setShown(undefined);
  const prompt = shown && (
    <Conduct
      {...shown}
      onClose={close}
      onAgreed={() => {
        agreed.add(shown.communityId);
        close();
        waiting.current?.();
      }}
    />
  );
  return { run, prompt };
}

type Props = {
  readonly communityId: string;
  readonly conduct: ConductView;
  readonly onAgreed: () => void;
  readonly onClose: () => void;
};

function Conduct({ communityId, conduct, onAgreed, onClose }: Props) {
  const agreeing = useAction();
  return (
    <Panel label="How we treat each other here" onClose={onClose}>
      <h3 className="panel-title">How we treat each other here</h3>
      <Prose text={conduct.text} />
      <ActionFailure failure={agreeing.failure} />
      <div className="row">
        <Button
          look="primary"
          busy={agreeing.busy}
          onClick={() => agreeing.run(() => api.acknowledgeConduct(communityId), onAgreed)}
        >
          I agree
        </Button>
        <Button look="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p className="subtle small">You are asked once per community. What you wrote is still here.</p>
    </Panel>
  );
}
