import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { useUnmaskings } from '../../parts/moderation/list-unmaskings.ts';
import { When } from '../../parts/when.tsx';
import { unnamedIn } from './unnamed.ts';

/** For whoever wrote here without their name: which stewards have found out, and why. Nobody else is shown it here. */
export default function KnownAuthor({ question }: { question: QuestionView }) {
  const mine = new Set(unnamedIn(question));
  const found = useUnmaskings(question.community.id).data?.pages.flatMap(({ items }) => items) ?? [];
  return found
    .filter(({ subject, state }) => state === 'done' && mine.has(subject.id))
    .map(({ id, askedBy, decidedBy, askedAt, reason }) => (
      <MessageBar key={id} intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>Two stewards know that you wrote this</MessageBarTitle> <bdi>{askedBy.name}</bdi> asked for
          it <When at={askedAt} />
          {decidedBy && (
            <>
              , and <bdi>{decidedBy.name}</bdi> agreed
            </>
          )}
          : “<bdi>{reason}</bdi>” Nobody else was told, and only you see this here.
        </MessageBarBody>
      </MessageBar>
    ));
}
