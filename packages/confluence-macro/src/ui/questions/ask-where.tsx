import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Field } from '../parts/field.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';

const MOST = 50;

type Props = {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly problem: string | undefined;
};

/** The communities that the viewer may ask in. */
export function AskWhere({ chosen, onChoose, problem }: Props) {
  const loaded = useLoaded('my communities', () => api.communities({ mine: 'true', limit: MOST }));
  if (loaded.state === 'loading') return <Skeleton what="your communities" lines={[40, 100]} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  const mine = loaded.value.items.filter(({ abilities }) => abilities.ask);
  return (
    <Field
      label="Ask in"
      problem={problem}
      {...(mine.length === 0 ? { hint: 'You are in no community yet. Join one first, here or in Teams.' } : {})}
    >
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value || undefined)}
        >
          <option value="">Choose…</option>
          {mine.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
