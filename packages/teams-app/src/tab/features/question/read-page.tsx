import { makeStyles, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { lazy, Suspense } from 'react';
import { Author } from '../../parts/author.tsx';
import { Surface } from '../../parts/grid.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Section } from '../../parts/section.tsx';
import { ShareButton } from '../../parts/share-button.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { Page } from '../../shell/page.tsx';
import { Answers } from './answers.tsx';
import { AskedOfMe } from './asked-of-me.tsx';
import { Comments } from './comments.tsx';
import { MeToo } from './me-too.tsx';
import { Particulars } from './particulars.tsx';
import { QuestionMenu } from './question-menu.tsx';
import { useConsultation } from './see-consultation.ts';
import { Standing } from './standing.tsx';
import { StandingNotice } from './standing-notice.tsx';
import { unnamedIn } from './unnamed.ts';
import { WhoWasAsked } from './who-was-asked.tsx';

const KnownAuthor = lazy(() => import(/* webpackChunkName: "question-author" */ './known-author.tsx'));
const AnswerForm = lazy(() => import(/* webpackChunkName: "question-forms" */ './answer-form.tsx'));

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(16rem, 20rem)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
});

const MY_ANSWER = 'your-answer';

/** A question with everything that was said to it; where it stands is beside. */
export function ReadPage({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const consultation = useConsultation(question).data;
  const { id, title, community, details, author, askedAt, editedAt, comments, abilities } = question;
  return (
    <Page
      title={title}
      crumbs={[
        { label: 'Questions', path: '/questions' },
        { label: community.name, path: `/communities/${community.id}/questions` },
      ]}
      lead={<Particulars question={question} />}
      actions={
        <>
          <MeToo question={question} />
          <ShareButton path={`/questions/${id}`} label={title} />
          <QuestionMenu question={question} />
        </>
      }
    >
      <StandingNotice question={question} />
      {unnamedIn(question).length > 0 && (
        <Suspense fallback={null}>
          <KnownAuthor question={question} />
        </Suspense>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Surface>
            <Author
              author={author}
              note={
                <>
                  asked <When at={askedAt} />
                  {editedAt && (
                    <>
                      {' '}
                      · edited <When at={editedAt} />
                    </>
                  )}
                </>
              }
            />
            <MarkdownText text={details} topHeading={2} />
            <Comments
              questionId={id}
              communityId={community.id}
              about={{ what: 'the question' }}
              comments={comments}
              mayComment={abilities.comment}
              mayModerate={abilities.moderate}
            />
          </Surface>
          {consultation?.mine && <AskedOfMe question={question} mine={consultation.mine} onAnswer={goToMyAnswer} />}
          <Answers question={question} />
          {abilities.answer && (
            <div id={MY_ANSWER}>
              <Section title="Your answer">
                <Suspense fallback={<LinesSkeleton lines={6} />}>
                  <AnswerForm questionId={id} communityId={community.id} anonymously={author.mine && !author.person} />
                </Suspense>
              </Section>
            </div>
          )}
        </div>
        <aside className={styles.column} aria-label="About this question">
          <Standing question={question} />
          {consultation && <WhoWasAsked question={question} consultation={consultation} />}
        </aside>
      </div>
    </Page>
  );
}

function goToMyAnswer() {
  const part = document.getElementById(MY_ANSWER);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector('textarea')?.focus({ preventScroll: true });
}
