import type { NotificationView } from '@copse/core/contracts';

type Link = NonNullable<NotificationView['link']>;

const places: Record<Exclude<Link['kind'], 'circle'>, string> = {
  question: 'questions',
  practice: 'practices',
  community: 'communities',
  gathering: 'gatherings',
  introduction: 'introductions',
};

/** The page of what a message is about. One's circles stand on one's own page. */
export const pathOf = ({ kind, id }: Link) => (kind === 'circle' ? '/me' : `/${places[kind]}/${id}`);
