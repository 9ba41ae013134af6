import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PersonalExport } from './contract.ts';
import type { PeopleQueries } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly directory: Pick<PeopleQueries, 'everythingAbout' | 'me'>;
  /** What they wrote without a name, which no row says. */
  readonly unnamed: (actor: Actor) => Promise<Record<string, unknown>[]>;
  readonly now: () => Date;
};

/** All that is held about the actor: every row of every table that refers to them, and what they wrote without a name. */
export async function exportMe({ directory, unnamed, now }: Deps, actor: Actor): Promise<Result<PersonalExport>> {
  const [me, sections, writtenWithoutName] = await Promise.all([
    directory.me(actor.personId),
    directory.everythingAbout(actor.personId),
    unnamed(actor),
  ]);
  if (!me) throw new StaleWriteError(actor.personId);

  const madeAt = now().toISOString();
  return ok({
    format: 'copse-personal-export/1',
    madeAt,
    person: viewMe(me, actor),
    sections: { ...sections, writtenWithoutName },
  });
}
