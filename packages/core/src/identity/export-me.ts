import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PersonalExport } from './contract.ts';
import type { PeopleQueries } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly directory: Pick<PeopleQueries, 'everythingAbout' | 'me'>;
  readonly now: () => Date;
};

/** All that is held about the actor: every row of every table that refers to them. */
export async function exportMe({ directory, now }: Deps, actor: Actor): Promise<Result<PersonalExport>> {
  const [me, sections] = await Promise.all([directory.me(actor.personId), directory.everythingAbout(actor.personId)]);
  if (!me) throw new StaleWriteError(actor.personId);

  const madeAt = now().toISOString();
  return ok({
    format: 'copse-personal-export/1',
    madeAt,
    person: viewMe(me, actor),
    sections,
  });
}
