import type { MyMentoringView } from '@copse/core/contracts';
import type { ReactNode } from 'react';
import { Grid, GridItem } from '../grid.tsx';
import { Section } from '../section.tsx';
import { Circle } from './circle.tsx';
import { Mentorship } from './mentorship.tsx';
import { MyRequest } from './my-request.tsx';
import { Seeker } from './seeker.tsx';

/** Whether there is anything of the viewer's own to show. */
export const hasMentoring = ({ seekers, requests, mentorships, circles }: MyMentoringView) =>
  seekers.length + requests.filter(({ state }) => state !== 'matched').length + mentorships.length + circles.length > 0;

/** What of all that belongs to one community. */
export const within = (mine: MyMentoringView, communityId: string): MyMentoringView => {
  const here = <One extends { readonly community: { readonly id: string } }>(all: readonly One[]) =>
    all.filter(({ community }) => community.id === communityId);
  return {
    offers: here(mine.offers),
    requests: here(mine.requests),
    seekers: here(mine.seekers),
    mentorships: here(mine.mentorships),
    circles: here(mine.circles),
  };
};

/**
 * The viewer's own mentoring: first what waits for their answer. `inner`: below a title of its own; `circles` are shown
 * where they are not listed anyway.
 */
export function Mine({ mine, inner, circles = true }: { mine: MyMentoringView; inner: boolean; circles?: boolean }) {
  const looking = mine.requests.filter(({ state }) => state !== 'matched');
  return (
    <>
      <Part inner={inner} title="You are asked to be a mentor" items={mine.seekers} idOf={({ requestId }) => requestId}>
        {(seeker) => <Seeker seeker={seeker} />}
      </Part>
      <Part inner={inner} title="Your mentoring" items={mine.mentorships} idOf={({ id }) => id}>
        {(mentorship) => <Mentorship mentorship={mentorship} />}
      </Part>
      <Part inner={inner} title="You look for a mentor" items={looking} idOf={({ id }) => id}>
        {(request) => <MyRequest request={request} />}
      </Part>
      {circles && (
        <Part inner={inner} title="Your circles" items={mine.circles} idOf={({ id }) => id}>
          {(circle) => <Circle circle={circle} />}
        </Part>
      )}
    </>
  );
}

type PartProps<Item> = {
  readonly inner: boolean;
  readonly title: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
};

function Part<Item>({ inner, title, items, idOf, children }: PartProps<Item>) {
  if (items.length === 0) return null;
  return (
    <Section title={title} inner={inner}>
      <Grid label={title}>
        {items.map((item) => (
          <GridItem key={idOf(item)}>{children(item)}</GridItem>
        ))}
      </Grid>
    </Section>
  );
}
