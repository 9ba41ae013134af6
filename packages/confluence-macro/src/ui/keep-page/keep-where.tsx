import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useSpaceCommunity } from '../community/use-space-community.ts';
import { Field } from '../parts/field.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';

const MOST = 50;

type Props = {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly problem: string | undefined;
};

/** The communities that the viewer takes part in; the one of this space is chosen already. */
export function KeepWhere({ chosen, onChoose, problem }: Props) {
  const mine = useLoaded('my communities', () => api.communities({ mine: 'true', limit: MOST }));
  const ofSpace = useSpaceCommunity();
  const here = ofSpace.state === 'ready' ? ofSpace.value?.id : undefined;
  const listed = mine.state === 'ready' ? mine.value.items : [];
  const usual = listed.find(({ id }) => id === here)?.id;
  useEffect(() => {
    if (usual !== undefined && chosen === undefined) onChoose(usual);
    // Only what loads later chooses by itself, never again what a person took back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [usual]);

  if (mine.state === 'loading') return <Skeleton what="your communities" lines={[40, 100]} />;
  if (mine.state === 'failed') return <LoadFailure failure={mine.failure} retry={mine.retry} />;
  return (
    <Field
      label="Community that keeps it"
      problem={problem}
      {...(listed.length === 0 ? { hint: 'You are in no community yet. Join one first, here or in Teams.' } : {})}
    >
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value || undefined)}
        >
          <option value="">Choose…</option>
          {listed.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
