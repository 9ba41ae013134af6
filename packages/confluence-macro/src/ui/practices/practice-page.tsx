import type { PracticeView } from '@copse/core/contracts';
import { lifeNames } from '@copse/core/vocabulary';
import { lazy, Suspense } from 'react';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { teamsLink } from '../host/host.ts';
import { OutLink } from '../parts/button.tsx';
import { LifeLozenge } from '../parts/lozenge.tsx';
import { Prose } from '../parts/prose.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { Topics } from '../parts/topics.tsx';
import { dayOf, named } from '../parts/words.ts';
import { Adoptions } from './adoptions.tsx';
import { PageStatus } from './page-status.tsx';
import { PracticeActions } from './practice-actions.tsx';
import { PracticeSigns } from './practice-row.tsx';

// What stands on the page comes first; how the page came to be may follow a moment later.
const Publication = lazy(() => import('../publishing/publication.tsx'));

/** One practice in full: what it is good for, how it works, who stands behind it and who works this way. */
export function PracticePage({ id }: { id: string }) {
  const loaded = useLoaded(`practice ${id}`, () => api.practice(id));
  if (loaded.state === 'loading') {
    return (
      <div className="card">
        <Skeleton what="the practice" lines={[50, 40, 100, 90, 100, 70, 60]} />
      </div>
    );
  }
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  const practice = loaded.value;
  const reload = () => void api.practice(id).then((answer) => answer.ok && loaded.replace(answer.value));
  return (
    <article className="card stack">
      <PracticeHead practice={practice} />
      {practice.context.trim() !== '' && (
        <section aria-label="What it is good for" className="good-for">
          <h3 className="section">What it is good for</h3>
          <Prose text={practice.context} />
        </section>
      )}
      <Prose text={practice.body} under={2} />
      <PracticeActions practice={practice} onChange={loaded.replace} />
      <Suspense fallback={null}>
        <Publication practice={practice} onChange={loaded.replace} />
      </Suspense>
      <Endorsements practice={practice} />
      <Adoptions adoptions={practice.adoptions} />
      <PageStatus practice={practice} />
      <Footer teamsHref={teamsLink('practices', id)} onLinked={reload} />
    </article>
  );
}

function PracticeHead({ practice }: { practice: PracticeView }) {
  const { id, title, life, lifeReason, community, owner, contributors, version, updatedAt } = practice;
  const others = contributors.filter(({ person }) => person.id !== owner.id);
  return (
    <header className="stack-small">
      <div className="title-line">
        <h2 className="title" dir="auto">
          <OutLink href={teamsLink('practices', id)} className="title-link">
            {title}
          </OutLink>
        </h2>
        <LifeLozenge life={life} />
      </div>
      <p className="facts">
        <span>
          <OutLink href={teamsLink('communities', community.id)}>{community.name}</OutLink>
        </span>
        <span>kept by {named(owner)}</span>
        {others.length > 0 && <span>with {others.map(({ person }) => person.name).join(', ')}</span>}
        <span>
          version {version}, {dayOf(updatedAt)}
        </span>
      </p>
      <p className="facts">
        <PracticeSigns practice={practice} />
      </p>
      {(life === 'retired' || life === 'under-review') && (
        <p className="notice notice-warning">
          <span>
            <strong>{lifeNames[life].name}.</strong> {lifeReason || `${lifeNames[life].means}.`}
          </span>
        </p>
      )}
      <Topics topics={practice.topics} />
    </header>
  );
}

function Endorsements({ practice: { endorsements, version: current } }: { practice: PracticeView }) {
  if (endorsements.length === 0) return null;
  return (
    <section aria-label="Endorsements" className="stack-small">
      <h3 className="section">Endorsed by</h3>
      <ul className="voices">
        {endorsements.map(({ person, version, note, at }) => (
          <li key={`${person.id ?? person.name} ${at}`}>
            <span className="person-name">{named(person)}</span>
            {version < current && <span className="subtle"> · version {version}</span>}
            {note && <span className="subtle">: {note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
