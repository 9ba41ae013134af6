import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { When } from '../../parts/when.tsx';
import { closeReasonNames } from './words.ts';

/** What a reader should know first: where the answer is, why it is closed, that it is hidden. */
export function StandingNotice({ question }: { question: QuestionView }) {
  const { closed, duplicateOf, hidden, keptAs, state } = question;
  return (
    <>
      {hidden && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>A steward has hidden this</MessageBarTitle> Only its author and the stewards can read it.
          </MessageBarBody>
        </MessageBar>
      )}
      {state === 'duplicate' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>This was asked before</MessageBarTitle>{' '}
            {duplicateOf ? (
              <>
                The answer is at <PlaceLink to={`/questions/${duplicateOf.id}`}>{duplicateOf.title}</PlaceLink>.
              </>
            ) : (
              'The other question is not open to you.'
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {keptAs && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>What was learned is kept</MessageBarTitle> It is the practice{' '}
            <PlaceLink to={`/practices/${keptAs.id}`}>{keptAs.title}</PlaceLink>.
          </MessageBarBody>
        </MessageBar>
      )}
      {closed && state !== 'duplicate' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>No more answers are looked for</MessageBarTitle> {closeReasonNames[closed.reason]}.{' '}
            {closed.note && (
              <>
                <bdi>{closed.note}</bdi>{' '}
              </>
            )}
            Closed <When at={closed.at} style="day" />.
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
