import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Field } from '../parts/field.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';

type Props = {
  readonly topic: string | undefined;
  readonly onChoose: (topic: string | undefined) => void;
  /** What no topic means, for example «All topics». Without it a topic must be chosen. */
  readonly none?: string;
};

/** The topics of the organisation's communities, each with how many communities there are. */
export function PickTopic({ topic, onChoose, none }: Props) {
  const loaded = useLoaded('topics', api.topics);
  if (loaded.state === 'loading') return <Skeleton what="topics" lines={[40, 100]} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  const { items } = loaded.value;
  const unlisted = topic !== undefined && !items.some((item) => item.topic === topic);
  return (
    <Field
      label="Topic"
      hint={
        items.length === 0
          ? 'No community has named its topics yet.'
          : 'In brackets: how many communities are about it.'
      }
    >
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={topic ?? ''}
          onChange={(event) => onChoose(event.target.value || undefined)}
        >
          <option value="">{none ?? 'Choose…'}</option>
          {unlisted && <option value={topic}>{topic}</option>}
          {items.map((item) => (
            <option key={item.topic} value={item.topic}>
              {item.topic} ({item.communities})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
