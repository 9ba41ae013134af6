import type { OccurrenceCard } from '@copse/core/contracts';
import { gatheringFormatNames, gatheringModeNames } from '@copse/core/vocabulary';
import { type AdfNode, table, text } from './adf.ts';
import { bodyRow, closing, documentOf, type Edition, headerRow, linked, said, titled } from './document.ts';
import { whenOf } from './when.ts';

type Listed = { readonly dates: readonly OccurrenceCard[]; readonly more: boolean; readonly title: string };

/** Dates for PDF and Word. Whose clock the reader lives by is not known there, so each says by which clock it is. */
export function gatheringsDocument({ dates, more, title }: Listed, edition: Edition): AdfNode {
  return documentOf([
    titled(3, title),
    ...(dates.length === 0
      ? [said('No gathering is planned that you can see.')]
      : [
          table(
            headerRow(['When', 'What', 'Where']),
            ...dates.map((date) => bodyRow([text(onItsClock(date)), whatOf(date, edition), text(whereOf(date))])),
          ),
        ]),
    ...(more ? [said('There are more dates than fit here. All of them are in Teams.')] : []),
    closing(edition),
  ]);
}

const onItsClock = ({ startsAt, endsAt, timeZone }: OccurrenceCard) =>
  `${whenOf(startsAt, endsAt, timeZone)} (${timeZone.replaceAll('_', ' ')})`;

const whatOf = ({ id, title, community, format, recurs, cancelled }: OccurrenceCard, { serviceUrl }: Edition) => [
  ...linked(title, `${serviceUrl}/open/gatherings/${id}`),
  ...text(
    [
      cancelled ? ' (called off)' : '',
      ` · ${gatheringFormatNames[format].name} of ${community.name}`,
      recurs ? ` · ${recurs}` : '',
    ].join(''),
  ),
];

const whereOf = ({ venue, mode }: OccurrenceCard) => venue ?? gatheringModeNames[mode];
