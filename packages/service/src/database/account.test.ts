import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';

describe.runIf(process.getuid?.() === 0)('as root', () => {
  let clone: string;
  let initdb: string;

  beforeEach(async () => {
    clone = await mkdtemp(join(tmpdir(), 'copse-clone-'));
    const native = dirname(dirname((await findBinaries()).initdb));
    await cp(native, join(clone, basename(native)), { recursive: true, verbatimSymlinks: true });
    initdb = join(clone, basename(native), 'bin', 'initdb');
  });

  afterEach(() => rm(clone, { recursive: true, force: true }));

  it.each([
    ['everybody may enter', 0o755],
    ['only root may enter', 0o700],
  ])('PostgreSQL runs as another account from a clone that %s', async (_who, mode) => {
    await chmod(clone, mode);

    const account = await chooseAccount(clone, join(clone, 'postgres'), initdb);
    const child = account.spawn(initdb, ['--show', `--pgdata=${clone}/postgres`], { stdio: 'ignore', cwd: '/' });
    const [code] = (await once(child, 'exit')) as [number];

    expect(account.uid).not.toBe(0);
    expect(code).toBe(0);
  });

  it('PostgreSQL runs as whoever owns the data, even when that account has no name', async () => {
    const data = await mkdtemp(join(clone, 'postgres-'));
    await chown(data, 54_321, 54_322);

    expect(await chooseAccount(clone, data, initdb)).toMatchObject({ uid: 54_321, gid: 54_322 });
  });

  it('a clone that nobody can use is refused with a sentence', async () => {
    await rm(initdb);

    await expect(chooseAccount(clone, join(clone, 'postgres'), initdb)).rejects.toMatchObject({
      kind: 'not-permitted',
      message: expect.stringMatching(/does not run as root, .* Move the project/) as string,
    });
  });
});
