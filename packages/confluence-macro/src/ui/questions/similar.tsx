import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useSettled } from '../api/use-settled.ts';
import { QuestionLozenge } from '../parts/lozenge.tsx';
import { counted } from '../parts/words.ts';

/** Fewer letters than this are no question yet. */
const ENOUGH = 8;

type Props = {
  readonly title: string;
  readonly communityId: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** What others asked before, while somebody types: often the answer is there already. Says so aloud, politely. */
export function Similar({ title, communityId, onOpen }: Props) {
  const settled = useSettled(title.trim(), 350);
  return (
    <div aria-live="polite" className="similar">
      {settled.length >= ENOUGH && <Found title={settled} communityId={communityId} onOpen={onOpen} />}
    </div>
  );
}

function Found({ title, communityId, onOpen }: Props) {
  const loaded = useLoaded(`similar ${communityId ?? ''} ${title}`, () => api.similarQuestions(title, communityId));
  // A suggestion that does not come is no reason to disturb somebody who writes.
  if (loaded.state !== 'ready' || loaded.value.items.length === 0) return null;
  return (
    <section className="voice" aria-label="Asked before">
      <p className="section">Asked before</p>
      <ul className="voices">
        {loaded.value.items.map(({ id, title: asked, state, answerCount }) => (
          <li key={id} className="title-line">
            <button type="button" className="title-link" dir="auto" onClick={() => onOpen(id)}>
              {asked}
            </button>
            <QuestionLozenge state={state} />
            {answerCount > 0 && <span className="subtle small">{counted(answerCount, 'answer')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
