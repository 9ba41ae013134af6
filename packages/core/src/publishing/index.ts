export type { PublishingEvent } from './events.ts';
export type { PublishRefusal } from './publication.ts';
