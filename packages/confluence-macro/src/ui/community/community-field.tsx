import type { CommunityCard, CommunityPage } from '@copse/core/contracts';
import { api } from '../api/client.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Field } from '../parts/field.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';

const MOST = 50;

/** The communities that the viewer takes part in. */
export const useMyCommunities = (): Loaded<CommunityPage> =>
  useLoaded('my communities', () => api.communities({ mine: 'true', limit: MOST }));

export type Choosing = {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly problem: string | undefined;
};

type Props = Choosing & {
  readonly label: string;
  readonly communities: Loaded<CommunityPage>;
  /** Which of them may be chosen; left out, all. */
  readonly fits?: (community: CommunityCard) => boolean;
};

/** Chooses one of the viewer's communities. */
export function CommunityField({ label, communities, fits = () => true, chosen, onChoose, problem }: Props) {
  if (communities.state === 'loading') return <Skeleton what="your communities" lines={[40, 100]} />;
  if (communities.state === 'failed') return <LoadFailure failure={communities.failure} retry={communities.retry} />;
  const offered = communities.value.items.filter(fits);
  return (
    <Field
      label={label}
      problem={problem}
      {...(offered.length === 0 ? { hint: 'You are in no community yet. Join one first, here or in Teams.' } : {})}
    >
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value || undefined)}
        >
          <option value="">Choose…</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
