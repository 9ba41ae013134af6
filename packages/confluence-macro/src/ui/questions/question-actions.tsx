import type { QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Membership } from '../community/membership.tsx';
import { Button } from '../parts/button.tsx';
import { PeopleIcon } from '../parts/icons.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { useBeforeWriting } from './before-writing.tsx';
import { TextForm } from './text-form.tsx';

type Props = { readonly question: QuestionView; readonly onChange: (question: QuestionView) => void };

/** Answering in place, and «I have this too». */
export function QuestionActions({ question, onChange }: Props) {
  const { id, community, abilities, meToo } = question;
  const [writing, setWriting] = useState(false);
  const [thanks, setThanks] = useState(false);
  const before = useBeforeWriting();
  const nameFirst = useNameFirst();
  const answering = useAction();
  const counting = useAction();

  const answer = (text: string, anonymous: boolean) =>
    before.run({ communityId: community.id, anonymous }, () =>
      answering.run(
        (key) => api.answer(id, { text, anonymous }, key),
        (now) => {
          setWriting(false);
          setThanks(!now.author.mine);
          onChange(now);
        },
      ),
    );
  const haveItToo = () => nameFirst.run(() => counting.run(() => api.haveThisToo(id, !meToo), onChange));

  return (
    <div className="stack-small">
      {!writing && (
        <div className="row">
          {abilities.answer && (
            <Button
              look="primary"
              onClick={() => {
                answering.clear();
                setThanks(false);
                setWriting(true);
              }}
            >
              Answer
            </Button>
          )}
          {abilities.meToo && (
            <Button busy={counting.busy} aria-pressed={meToo} onClick={haveItToo}>
              <PeopleIcon />I have this too
            </Button>
          )}
          {thanks && (
            <span className="subtle" role="status">
              Thank you: the asker is told.
            </span>
          )}
        </div>
      )}
      {nameFirst.prompt}
      <ActionFailure failure={counting.failure} />
      {writing && (
        <Panel label="Answer" onClose={() => setWriting(false)}>
          <TextForm
            label="Your answer"
            hint="Markdown works. Ctrl and Enter send it."
            action="Send the answer"
            rows={6}
            maxLength={questionLimits.answer}
            mayHideName
            withPreview
            busy={answering.busy}
            failure={answering.failure}
            onSend={answer}
            onClose={() => setWriting(false)}
          />
          {before.prompt}
        </Panel>
      )}
      {!abilities.answer && !question.closed && !question.duplicateOf && (
        <HowToAnswer communityId={community.id} onJoined={() => void reload(id, onChange)} />
      )}
    </div>
  );
}

const reload = async (id: string, onChange: Props['onChange']) => {
  const answer = await api.question(id);
  if (answer.ok) onChange(answer.value);
};

/** Members answer: whoever is not one yet can become one here. */
function HowToAnswer({ communityId, onJoined }: { readonly communityId: string; readonly onJoined: () => void }) {
  const loaded = useLoaded(`community ${communityId}`, () => api.community(communityId));
  if (loaded.state !== 'ready' || loaded.value.closed || loaded.value.standing === 'member') return null;
  return (
    <div className="stack-small">
      <p className="subtle">Members of {loaded.value.name} answer here.</p>
      <Membership
        community={loaded.value}
        onChange={(now) => {
          loaded.replace(now);
          onJoined();
        }}
      />
    </div>
  );
}
