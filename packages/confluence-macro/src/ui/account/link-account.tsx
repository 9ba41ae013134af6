import type { LinkCodeView, MeView } from '@copse/core/contracts';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { CodeField } from './code-field.tsx';
import { CopyCode } from './copy-code.tsx';
import { askAgain, isLinked, nowIAm } from './who-am-i.ts';

type Props = { readonly onLinked: (me: MeView) => void; readonly onClose: () => void };

/** Links the viewer's Atlassian account with their Teams account: a code goes one way or the other. */
export function LinkAccount({ onLinked, onClose }: Props) {
  const [code, setCode] = useState<LinkCodeView>();
  const [waiting, setWaiting] = useState(false);
  const making = useAction();
  const redeeming = useAction();
  const checking = useAction();

  const linked = (me: MeView) => {
    nowIAm(me);
    onLinked(me);
  };

  return (
    <Panel label="Link my Teams account" onClose={onClose}>
      <h3 className="panel-title">Link my Teams account</h3>
      <p className="subtle">Then your communities, roles and contributions are the same here and in Teams.</p>
      <CodeField
        label="I have a code from Teams"
        hint="Copse makes one in Teams: under Me, or when you tell the bot: link."
        action="Link"
        busy={redeeming.busy}
        failure={redeeming.failure}
        onCode={(typed) => redeeming.run(() => api.redeemLinkCode(typed), linked)}
      />
      <div className="stack-small">
        {code === undefined ? (
          <div className="row">
            <span>Or the other way round:</span>
            <Button small busy={making.busy} onClick={() => making.run(() => api.issueLinkCode(), setCode)}>
              Make a code for Teams
            </Button>
          </div>
        ) : (
          <>
            <CopyCode code={code} />
            <div className="row">
              <Button
                small
                busy={checking.busy}
                onClick={() =>
                  checking.run(askAgain, (me) => {
                    setWaiting(!isLinked(me));
                    if (isLinked(me)) linked(me);
                  })
                }
              >
                I entered it
              </Button>
              {waiting && !checking.busy && (
                <span className="subtle" role="status">
                  Not linked yet. Did Copse confirm it in Teams?
                </span>
              )}
            </div>
          </>
        )}
        <ActionFailure failure={making.failure ?? checking.failure} />
      </div>
      <div>
        <Button look="subtle" small onClick={onClose}>
          Not now
        </Button>
      </div>
    </Panel>
  );
}
