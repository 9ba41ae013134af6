import { Badge, Button, makeStyles, MenuItem, Text, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { authorName } from '../../parts/author.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useRemoveComment } from './remove-comment.ts';

const CommentForm = lazy(() => import(/* webpackChunkName: "question-forms" */ './comment-form.tsx'));

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: plainList,
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  // Its words, which have no frame, begin where the others do.
  add: { alignSelf: 'flex-start', marginInlineStart: `calc(${tokens.spacingHorizontalS} * -1)` },
});

type Comment = QuestionView['comments'][number];

type Props = {
  readonly questionId: string;
  readonly communityId: string;
  /** What is commented on, in words for screen readers, and the answer's id if it is one. */
  readonly about: { readonly what: string; readonly answerId?: string };
  readonly comments: readonly Comment[];
  readonly mayComment: boolean;
  readonly mayModerate: boolean;
};

/** Short remarks below a question or an answer. */
export function Comments({ questionId, communityId, about, comments, mayComment, mayModerate }: Props) {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  if (comments.length === 0 && !mayComment) return null;
  return (
    <div className={styles.all}>
      {comments.length > 0 && (
        <ul className={styles.list} aria-label={`Comments on ${about.what}`}>
          {comments.map((comment) => (
            <li key={comment.id}>
              <CommentItem questionId={questionId} comment={comment} mayModerate={mayModerate} />
            </li>
          ))}
        </ul>
      )}
      {writing ? (
        <Suspense fallback={<LinesSkeleton lines={2} />}>
          <CommentForm
            questionId={questionId}
            communityId={communityId}
            about={about}
            onClose={() => setWriting(false)}
          />
        </Suspense>
      ) : (
        mayComment && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.add}
            aria-label={`Comment on ${about.what}`}
            onClick={() => setWriting(true)}
          >
            Comment
          </Button>
        )
      )}
    </div>
  );
}

function CommentItem(props: { questionId: string; comment: Comment; mayModerate: boolean }) {
  const { questionId, comment, mayModerate } = props;
  const styles = useStyles();
  const notices = useNotices();
  const remove = useRemoveComment(questionId, () => notices.done('The comment is gone.'));
  const { id, author, text, at, hidden, abilities } = comment;
  return (
    <>
      <div className={styles.top}>
        <Text size={200} className={styles.grow}>
          <strong>
            <bdi>{authorName(author)}</bdi>
          </strong>
          {author.mine && !author.person && ' (you, and only you see that)'}{' '}
          <span className={styles.quiet}>
            <When at={at} />
          </span>
        </Text>
        {hidden && (
          <Badge appearance="tint" color="warning">
            Hidden
          </Badge>
        )}
        <ItemMenu
          size="small"
          label={`More about the comment of ${authorName(author)}`}
          subject={{ kind: 'comment', id }}
          report={abilities.report}
          moderate={mayModerate && !author.mine}
          hidden={hidden}
          masked={author.person === undefined && !author.mine}
        >
          {abilities.remove && (
            <MenuItem
              onClick={() =>
                remove.mutate(id, { onError: (error) => notices.failed(error, 'The comment is still there') })
              }
            >
              Remove
            </MenuItem>
          )}
        </ItemMenu>
      </div>
      {hidden && text === '' ? (
        <Text italic className={styles.quiet}>
          A steward has hidden this comment.
        </Text>
      ) : (
        <MarkdownText text={text} topHeading={4} />
      )}
    </>
  );
}
