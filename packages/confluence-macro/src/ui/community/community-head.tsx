import type { CommunityView } from '@copse/core/contracts';
import { archetypeOf, entryNames } from '@copse/core/vocabulary';
import { teamsLink } from '../host/host.ts';
import { OutLink } from '../parts/button.tsx';
import { ClockIcon, PlaceIcon } from '../parts/icons.tsx';
import { StageLozenge } from '../parts/lozenge.tsx';
import { Topics } from '../parts/topics.tsx';
import { CommunityTile } from '../parts/tile.tsx';
import { counted, dayOf } from '../parts/words.ts';

/** Name, stage, what it is, what for, and where it meets. */
export function CommunityHead({ community }: { community: CommunityView }) {
  const { id, name, purpose, stage, archetype, visibility, reach, memberCount, practiceCount, cadence } = community;
  const facts = [
    archetypeOf[archetype].name,
    entryNames[visibility],
    ...(reach === 'partners' ? ['Partners welcome'] : []),
    counted(memberCount, 'member'),
    ...(practiceCount > 0 ? [counted(practiceCount, 'practice')] : []),
  ];
  return (
    <header className="head">
      <CommunityTile id={id} name={name} />
      <div className="head-words">
        <div className="title-line">
          <h2 className="title" dir="auto">
            <OutLink href={teamsLink('communities', id)} className="title-link">
              {name}
            </OutLink>
          </h2>
          <StageLozenge stage={stage} />
        </div>
        <p className="facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <p className="purpose" dir="auto">
          {purpose}
        </p>
        <Topics topics={community.topics} />
        {community.closed ? (
          <p className="subtle">
            Closed on {dayOf(community.closed.at)}: {community.closed.reason}
          </p>
        ) : (
          <Meets cadence={cadence} places={community.connections} />
        )}
      </div>
    </header>
  );
}

function Meets({ cadence, places }: { cadence: string; places: CommunityView['connections'] }) {
  const inTeams = places.filter(({ kind }) => kind !== 'confluence-space');
  if (cadence === '' && inTeams.length === 0) return null;
  return (
    <p className="meets">
      {inTeams.length > 0 ? <PlaceIcon /> : <ClockIcon />}
      <span>
        {inTeams.map(({ id, name, url }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            {url ? <OutLink href={url}>{name}</OutLink> : name}
          </span>
        ))}
        {inTeams.length > 0 && cadence !== '' && ' · '}
        {cadence}
      </span>
    </p>
  );
}
