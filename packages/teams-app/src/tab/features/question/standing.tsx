import { Button, Text } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { questionStateNames } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Section } from '../../parts/section.tsx';
import { Way } from '../../parts/way.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useKeepAsPractice } from './keep-as-practice.ts';

/** Where the question stands on its way, and keeping what was learned. */
export function Standing({ question }: { question: QuestionView }) {
  const [, navigate] = useLocation();
  const notices = useNotices();
  const { id, state, way, abilities } = question;
  const keep = useKeepAsPractice(id, (practice) => {
    notices.done('A draft was written, with credit to everyone who answered by name.');
    navigate(`/practices/${practice.id}/edit`);
  });
  const passed = new Set(way.filter(({ is }) => is === 'passed').map((stop) => stop.state));
  return (
    <Section beside title="Where it stands">
      <Way
        stops={way.map((stop) => stop.state)}
        now={state}
        passed={(one) => passed.has(one)}
        names={questionStateNames}
      />
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
