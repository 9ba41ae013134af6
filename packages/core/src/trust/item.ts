import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Author } from './authorship.ts';
import type { Standing } from './standing.ts';
import type { Subject } from './subject.ts';

/** Something that can be reported and moderated, as one actor meets it. */
export type Item = {
  readonly subject: Subject;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  /** The question that it is or stands in. */
  readonly questionId: string | undefined;
  /** The date on whose page it stands. */
  readonly occurrenceId: string | undefined;
  readonly author: Author;
  /** Who wrote it, known inside of core even where it is sealed. */
  readonly by: PersonId | undefined;
  readonly hidden: boolean;
  /** Reports that nobody has answered yet. */
  readonly reports: number;
  /** How the actor stands to its community; they are one of `selves`. */
  readonly standing: Standing;
  readonly selves: readonly PersonId[];
};

/** Whether the actor wrote it themselves: nobody keeps order over their own words. */
export const isOwn = ({ by, selves }: Pick<Item, 'by' | 'selves'>) => by !== undefined && selves.includes(by);

/** What every fact about an item carries. */
export const about = ({ communityId, subject, questionId, occurrenceId, by }: Item) => ({
  communityId,
  subjectKind: subject.kind,
  subjectId: subject.id,
  ...(questionId === undefined ? {} : { questionId }),
  // Gatherings have names, so an author there may be in a fact; elsewhere they may be sealed.
  ...(occurrenceId === undefined || by === undefined ? {} : { occurrenceId, writtenBy: by }),
});
