import type { IntroductionDeps } from './ports.ts';

const AT_ONCE = 500;

/** Asks people whether they have met, some days after they were introduced. Several processes share the work. */
export async function askAboutIntroductions(
  { introductions, now }: Pick<IntroductionDeps, 'introductions' | 'now'>,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted && (await introductions.ask(now(), AT_ONCE)) === AT_ONCE);
}
