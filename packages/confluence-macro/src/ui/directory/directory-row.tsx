import type { CommunityCard } from '@copse/core/contracts';
import { archetypeOf } from '@copse/core/vocabulary';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { StageLozenge } from '../parts/lozenge.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { useFocus } from '../parts/use-focus.ts';
import { CommunityTile } from '../parts/tile.tsx';
import { Topics } from '../parts/topics.tsx';
import { counted } from '../parts/words.ts';

type Props = {
  readonly community: CommunityCard;
  /** The reader comes back from this one: the keyboard goes on from here. */
  readonly focused: boolean;
  readonly onOpen: (id: string) => void;
  readonly onChange: (community: CommunityCard) => void;
};

const standingWords = {
  none: '',
  requested: 'Request sent',
  invited: 'You are invited',
  member: 'Member',
} as const;

export function DirectoryRow({ community, focused, onOpen, onChange }: Props) {
  const { id, name, purpose, topics, stage, archetype, memberCount, standing, abilities } = community;
  const nameFirst = useNameFirst();
  const joining = useAction();
  const join = () => nameFirst.run(() => joining.run((key) => api.join(id, undefined, key), onChange));

  return (
    <li className="row-item">
      <CommunityTile id={id} name={name} small />
      <div className="row-words">
        <div className="title-line">
          <h3 className="row-title" dir="auto">
            <button ref={useFocus(focused)} type="button" className="title-link" onClick={() => onOpen(id)}>
              {name}
            </button>
          </h3>
          <StageLozenge stage={stage} />
        </div>
        <p className="facts">
          <span>{archetypeOf[archetype].name}</span>
          <span>{counted(memberCount, 'member')}</span>
        </p>
        <p className="clamp" dir="auto">
          {purpose}
        </p>
        <Topics topics={topics.slice(0, 4)} />
        {nameFirst.prompt}
        <ActionFailure failure={joining.failure} />
      </div>
      <div className="row-action">
        {abilities.join ? (
          <Button
            small
            busy={joining.busy}
            onClick={join}
            aria-label={standing === 'invited' ? `Accept invitation to ${name}` : `Join ${name}`}
          >
            {standing === 'invited' ? 'Accept invitation' : 'Join'}
          </Button>
        ) : abilities.requestToJoin ? (
          <Button small onClick={() => onOpen(id)} aria-label={`Ask to join ${name}`}>
            Ask to join
          </Button>
        ) : (
          <span className={standing === 'member' ? 'standing' : 'standing standing-waiting'}>
            {standingWords[standing]}
          </span>
        )}
      </div>
    </li>
  );
}
