import type { QuestionView } from '@copse/core/contracts';
import { closeReasonNames } from './close-reasons.ts';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { teamsLink } from '../host/host.ts';
import { OutLink } from '../parts/button.tsx';
import { QuestionLozenge } from '../parts/lozenge.tsx';
import { Prose } from '../parts/prose.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { Topics } from '../parts/topics.tsx';
import { counted, dayOf } from '../parts/words.ts';
import { Answers } from './answers.tsx';
import { Author } from './author.tsx';
import { Comments } from './comments.tsx';
import { QuestionActions } from './question-actions.tsx';
import { QuestionCourse } from './question-course.tsx';
import { QuestionSigns } from './question-row.tsx';

/** One question with its answers, to read and to answer in place. */
export function QuestionPage({ id }: { id: string }) {
  const loaded = useLoaded(`question ${id}`, () => api.question(id));
  if (loaded.state === 'loading') {
    return (
      <div className="card">
        <Skeleton what="the question" lines={[50, 40, 100, 90, 100, 70]} />
      </div>
    );
  }
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  const question = loaded.value;
  const reload = () => void api.question(id).then((answer) => answer.ok && loaded.replace(answer.value));
  return (
    <article className="card stack">
      <QuestionHead question={question} />
      <Prose text={question.details} under={2} />
      <Comments question={question} onChange={loaded.replace} />
      <Answers question={question} onChange={loaded.replace} />
      <QuestionActions question={question} onChange={loaded.replace} />
      <QuestionCourse question={question} onChange={loaded.replace} />
      <Footer teamsHref={teamsLink('questions', id)} onLinked={reload} />
    </article>
  );
}

function QuestionHead({ question }: { question: QuestionView }) {
  const { id, title, state, community, author, askedAt, editedAt, topics, hidden } = question;
  return (
    <header className="stack-small">
      <div className="title-line">
        <h2 className="title" dir="auto">
          <OutLink href={teamsLink('questions', id)} className="title-link">
            {title}
          </OutLink>
        </h2>
        <QuestionLozenge state={state} />
      </div>
      <p className="facts">
        <span>
          <OutLink href={teamsLink('communities', community.id)}>{community.name}</OutLink>
        </span>
        <Author author={author} />
        <span>{dayOf(askedAt)}</span>
        {editedAt && <span>edited</span>}
        <QuestionSigns question={question} />
      </p>
      {hidden && <p className="notice notice-warning">Hidden by a steward: only those who moderate see it.</p>}
      <Outcome question={question} />
      <Topics topics={topics} />
    </header>
  );
}

/** Where it went: to somebody who knows, to another question, to a practice, or to an end. */
function Outcome({ question: { state, askedCount, duplicateOf, keptAs, closed } }: { question: QuestionView }) {
  if (keptAs) {
    return (
      <p className="notice notice-information">
        <span>
          What was learned here is kept as a practice:{' '}
          <OutLink href={teamsLink('practices', keptAs.id)}>{keptAs.title}</OutLink>
        </span>
      </p>
    );
  }
  if (duplicateOf) {
    return (
      <p className="notice notice-information">
        <span>
          Asked before: <OutLink href={teamsLink('questions', duplicateOf.id)}>{duplicateOf.title}</OutLink>
        </span>
      </p>
    );
  }
  if (closed) {
    return (
      <p className="notice notice-information">
        <span>
          <strong>{closeReasonNames[closed.reason]}</strong>, {dayOf(closed.at)}. {closed.note}
        </span>
      </p>
    );
  }
  return state === 'with-expert' && askedCount > 0 ? (
    <p className="subtle">{counted(askedCount, 'person who knows has', 'people who know have')} been asked.</p>
  ) : null;
}
