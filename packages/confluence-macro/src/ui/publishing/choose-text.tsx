import type { BothSides, PublicationView } from '@copse/core/contracts';
import { practiceLimits, type PublicationChoice } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { agoOf } from '../parts/ago.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { Difference } from './difference.tsx';
import { MergedText, type Text } from './merged-text.tsx';

type Props = {
  readonly practiceId: string;
  readonly sides: BothSides;
  readonly onChosen: (view: PublicationView) => void;
  readonly onClose: () => void;
};

/** Both texts were changed: shows what differs, and lets the owner say what becomes of it. */
export function ChooseText({ practiceId, sides, onChosen, onClose }: Props) {
  const { practice, page, fields, fits } = sides;
  const [choice, setChoice] = useState<PublicationChoice>();
  const [text, setText] = useState<Text>(() =>
    fits
      ? { title: page.title, context: page.context ?? '', body: page.body ?? '' }
      : { title: practice.title, context: practice.context, body: practice.body },
  );
  const [checked, setChecked] = useState(false);
  const choosing = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (choice === undefined || (choice === 'merged' && !isComplete(text))) return;
    const said = { pageVersion: page.version, choice, ...(choice === 'merged' ? { text } : {}) };
    choosing.run((key) => api.choosePublication(practiceId, said, key), onChosen);
  };
  const who = page.by ? ` by ${page.by.name}` : '';

  return (
    <Panel label="Choose what to keep" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>
          The page was changed{who} {agoOf(page.at, new Date())}. Meanwhile the practice became version{' '}
          {practice.version}.
        </p>
        <Difference fields={fields} />
        <Choice
          legend="What do you want to keep?"
          value={choice}
          onChange={setChoice}
          options={[
            {
              value: 'practice',
              label: 'The text of the practice',
              hint: 'The page is written anew. Confluence keeps what stood there as an older version.',
            },
            ...(fits
              ? [
                  {
                    value: 'page' as const,
                    label: 'The text of the page',
                    hint: 'It becomes the next version of the practice; the older ones stay in its history.',
                  },
                ]
              : []),
            {
              value: 'merged',
              label: 'One text made of both',
              hint: 'You write it below; it becomes the next version and goes onto the page.',
            },
          ]}
        />
        {!fits && <p className="subtle">The page holds more than a practice can, so it cannot be taken as it is.</p>}
        {choice === 'merged' && <MergedText text={text} checked={checked} onChange={setText} />}
        {checked && choice === undefined && <p className="problem">Choose one of them first.</p>}
        <ActionFailure failure={choosing.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={choosing.busy}>
            Keep this
          </Button>
          <Button look="subtle" onClick={onClose}>
            Decide later
          </Button>
        </div>
      </form>
    </Panel>
  );
}

export const isComplete = ({ title, context, body }: Text): boolean =>
  title.trim().length >= 5 &&
  title.trim().length <= practiceLimits.title &&
  context.length <= practiceLimits.context &&
  body.length <= practiceLimits.body;
