import type { OccurrenceCard } from '@copse/core/contracts';
import {
  type GatheringAnswer,
  gatheringAnswers,
  gatheringFormatNames,
  gatheringModeNames,
  gatheringStandingNames,
} from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button, OutLink } from '../parts/button.tsx';
import { Lozenge } from '../parts/lozenge.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { counted } from '../parts/words.ts';
import { clockOf, sameClock, whenOf } from '../../export/when.ts';

type Props = {
  readonly date: OccurrenceCard;
  readonly withCommunity: boolean;
  readonly onChange: (date: OccurrenceCard) => void;
  /** Other dates have changed, too. */
  readonly onChangeOthers: () => void;
};

/** One date: when by the reader's clock and by that of the gathering, what and where, who comes, one's own answer. */
export function GatheringRow({ date, withCommunity, ...changes }: Props) {
  const { title, community, startsAt, endsAt, timeZone, format, mode, venue, recurs, hosts, cancelled } = date;
  const facts = [
    withCommunity ? community.name : '',
    gatheringFormatNames[format].name,
    venue ?? gatheringModeNames[mode],
    recurs ?? '',
    hosts.length > 0 ? `with ${hosts.map(({ name }) => name).join(', ')}` : '',
  ].filter(Boolean);
  return (
    <li className="row-item">
      <div className="row-words">
        <p className="small">
          <strong>{whenOf(startsAt, endsAt)}</strong>
          {!sameClock(startsAt, timeZone) && <span className="subtle"> · {clockOf(startsAt, timeZone)}</span>}
        </p>
        <h3 className="row-title" dir="auto">
          {title} {cancelled && <Lozenge tone="danger">Called off</Lozenge>}
        </h3>
        <p className="subtle small" dir="auto">
          {facts.join(' · ')}
        </p>
        <Coming date={date} {...changes} />
      </div>
    </li>
  );
}

function Coming({ date, onChange, onChangeOthers }: Omit<Props, 'withCommunity'>) {
  const { id, going, waiting, capacity, myStanding, cancelled, cancelReason, meetingUrl, abilities } = date;
  const answering = useAction();
  const named = useNameFirst();
  // Offered to whoever has just answered, so that not every row has one button more.
  const [offer, setOffer] = useState<'none' | 'later' | 'said'>('none');
  if (cancelled) return cancelReason ? <p className="small">{cancelReason}</p> : null;
  const answer = (said: GatheringAnswer, later: boolean) =>
    named.run(() =>
      answering.run(
        (key) => api.answerGathering(id, said, later, key),
        (answered) => {
          onChange(answered);
          const hasLater = answered.later.some((one) => !one.cancelled);
          setOffer(later ? 'said' : hasLater ? 'later' : 'none');
          if (later) onChangeOthers();
        },
      ),
    );
  // Whoever waits for a place has said that they come.
  const mine = myStanding === 'waiting' ? 'going' : myStanding;
  const places =
    capacity !== undefined
      ? `${going} of ${capacity} places are taken`
      : going === 0
        ? 'Nobody has said yet that they come'
        : counted(going, 'person comes', 'people come');
  return (
    <>
      <p className="small">
        {places}
        {waiting > 0 && ` · ${counted(waiting, 'waits', 'wait')}`}
        {myStanding === 'waiting' && <strong> · {gatheringStandingNames.waiting}</strong>}
      </p>
      <div className="row">
        {abilities.answer &&
          gatheringAnswers.map((said) => (
            <Button
              key={said}
              small
              aria-pressed={said === mine}
              busy={answering.busy}
              onClick={() => answer(said, false)}
            >
              {gatheringStandingNames[said]}
            </Button>
          ))}
        {offer !== 'none' && mine && (
          <Button small look="subtle" busy={answering.busy} onClick={() => answer(mine, true)}>
            “{gatheringStandingNames[mine]}” to all later ones
          </Button>
        )}
        {meetingUrl && myStanding === 'going' && <OutLink href={meetingUrl}>Open the meeting</OutLink>}
      </div>
      {offer !== 'none' && (
        <div className="subtle small" role="status">
          {offer === 'said' && 'You have said the same of all later dates. Where one is full, you wait for a place.'}
        </div>
      )}
      <ActionFailure failure={answering.failure} />
      {named.prompt}
    </>
  );
}
