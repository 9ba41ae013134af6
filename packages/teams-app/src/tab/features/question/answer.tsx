import {
  Badge,
  Button,
  makeStyles,
  MenuItem,
  mergeClasses,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ThumbLikeRegular } from '@fluentui/react-icons/svg/thumb-like';
import type { AnswerView, QuestionView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Author, authorName } from '../../parts/author.tsx';
import { Surface } from '../../parts/grid.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useAcceptAnswer } from './accept-answer.ts';
import { Comments } from './comments.tsx';
import { useMarkHelped } from './mark-helped.ts';
import { useTakeBackAcceptance } from './take-back-acceptance.ts';
import { useUnmarkHelped } from './unmark-helped.ts';

const AnswerEdit = lazy(() => import(/* webpackChunkName: "question-forms" */ './answer-edit.tsx'));

const useStyles = makeStyles({
  accepted: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  // From no width of its own, so that the menu stays beside a long name instead of going below it.
  who: { flexGrow: 1, flexBasis: 0, minWidth: '8rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One answer with what was said to it. */
export function Answer({ question, answer }: { question: QuestionView; answer: AnswerView }) {
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const { id, author, text, at, editedAt, accepted, comments, hidden, abilities } = answer;
  return (
    <Surface className={mergeClasses(accepted && styles.accepted)}>
      <div className={styles.top}>
        <div className={styles.who}>
          <Author
            author={author}
            note={
              <>
                <When at={at} />
                {editedAt && (
                  <>
                    {' '}
                    · edited <When at={editedAt} />
                  </>
                )}
              </>
            }
          />
        </div>
        {accepted && (
          <Badge appearance="tint" color="success" icon={<CheckmarkCircleFilled />}>
            Solved it
          </Badge>
        )}
        {hidden && (
          <Badge appearance="tint" color="warning">
            Hidden
          </Badge>
        )}
        <ItemMenu
          size="small"
          label={`More about the answer of ${authorName(author)}`}
          subject={{ kind: 'answer', id }}
          report={abilities.report}
          moderate={question.abilities.moderate && !author.mine}
          hidden={hidden}
          masked={author.person === undefined && !author.mine}
        >
          {abilities.edit && <MenuItem onClick={() => setEditing(true)}>Edit</MenuItem>}
        </ItemMenu>
      </div>
      {editing ? (
        <Suspense fallback={<LinesSkeleton lines={6} />}>
          <AnswerEdit questionId={question.id} answer={answer} onClose={() => setEditing(false)} />
        </Suspense>
      ) : hidden && text === '' ? (
        <Text italic className={styles.quiet}>
          A steward has hidden this answer.
        </Text>
      ) : (
        <MarkdownText text={text} topHeading={3} />
      )}
      {!editing && <AnswerButtons questionId={question.id} answer={answer} />}
      <Comments
        questionId={question.id}
        communityId={question.community.id}
        about={{ what: `the answer of ${authorName(author)}`, answerId: id }}
        comments={comments}
        mayComment={abilities.comment}
        mayModerate={question.abilities.moderate}
      />
    </Surface>
  );
}

function AnswerButtons({ questionId, answer }: { questionId: string; answer: AnswerView }) {
  const styles = useStyles();
  const notices = useNotices();
  const { id, author, helpedCount, helpedMe, abilities } = answer;
  const takeBack = useTakeBackAcceptance(questionId);
  const notAccepted = (error: unknown) => notices.failed(error, 'Nothing was changed');
  const accept = useAcceptAnswer(questionId, () =>
    notices.done('Good to hear. Whoever answered gets to know.', {
      run: () => takeBack.mutate(id, { onError: notAccepted }),
    }),
  );
  const helped = useMarkHelped(questionId);
  const unmark = useUnmarkHelped(questionId);
  const by = authorName(author);
  const counted = helpedCount > 0 ? ` (${helpedCount})` : '';
  if (!(abilities.accept || abilities.takeBackAcceptance || abilities.helped || helpedCount > 0)) return null;

  return (
    <div className={styles.buttons}>
      {abilities.accept && (
        <Button
          appearance="primary"
          aria-label={`This solved it: the answer of ${by}`}
          disabledFocusable={accept.isPending}
          onClick={() => accept.mutate(id, { onError: notAccepted })}
        >
          This solved it
        </Button>
      )}
      {abilities.takeBackAcceptance && (
        <Button
          aria-label={`It is not solved after all: the answer of ${by}`}
          disabledFocusable={takeBack.isPending}
          onClick={() => takeBack.mutate(id, { onError: notAccepted })}
        >
          It is not solved after all
        </Button>
      )}
      {abilities.helped ? (
        <ToggleButton
          checked={helpedMe}
          icon={<ThumbLikeRegular />}
          aria-label={`This helped me${counted}: the answer of ${by}`}
          disabledFocusable={helped.isPending || unmark.isPending}
          onClick={() => (helpedMe ? unmark : helped).mutate(id, { onError: notAccepted })}
        >
          This helped me{counted}
        </ToggleButton>
      ) : (
        helpedCount > 0 && (
          <Text size={200} className={styles.quiet}>
            {helpedCount === 1 ? 'Helped one person' : `Helped ${helpedCount} people`}
          </Text>
        )
      )}
    </div>
  );
}
