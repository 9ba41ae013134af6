import type { NotificationView } from '@copse/core/contracts';

type Link = NonNullable<NotificationView['link']>;

const places: Record<Link['kind'], string> = {
  question: 'questions',
  practice: 'practices',
  community: 'communities',
  gathering: 'gatherings',
  introduction: 'introductions',
};

/** The page of what a message is about. */
export const pathOf = ({ kind, id }: Link) => `/${places[kind]}/${id}`;
