import { Button, Text } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { type QuestionState, questionStateNames } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Section } from '../../parts/section.tsx';
import { Way } from '../../parts/way.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useKeepAsPractice } from './keep-as-practice.ts';

/** The way of a question. Closed and asked before are shown when it is there. */
const usual: readonly QuestionState[] = ['open', 'with-expert', 'answered', 'accepted', 'kept'];

/** Where the question stands on its way, and keeping what was learned. */
export function Standing({ question }: { question: QuestionView }) {
  const [, navigate] = useLocation();
  const notices = useNotices();
  const { id, state, abilities } = question;
  const keep = useKeepAsPractice(id, (practice) => {
    notices.done('A draft was written, with credit to everyone who answered by name.');
    navigate(`/practices/${practice.id}/edit`);
  });
  const reached = usual.indexOf(state);
  const shown = usual.includes(state) ? usual : [...usual, state];
  return (
    <Section beside title="Where it stands">
      <Way stops={shown} now={state} passed={(one) => usual.indexOf(one) < reached} names={questionStateNames} />
      {abilities.keepAsPractice && (
        <>
          <Text size={200}>
            Would the next person want to know this without asking? Copse writes a draft of a practice from the question
            and its accepted answer.
          </Text>
          <Button
            appearance="primary"
            disabledFocusable={keep.isPending}
            onClick={() =>
              keep.mutate(undefined, { onError: (error) => notices.failed(error, 'The practice was not written') })
            }
          >
            {keep.isPending ? 'One moment…' : 'Keep as practice'}
          </Button>
        </>
      )}
    </Section>
  );
}
