import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { stdout } from 'node:process';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { FileProblem } from './file-problem.ts';

/**
 * Lets `write` fill the file, or the terminal where none is named. The file is there when all of it is: an earlier one of
 * that name stays whole until then. Throws a `FileProblem` where nothing can be written, or nobody reads any more.
 */
export async function writeInto<Answer>(
  file: string | undefined,
  write: (out: Writable) => Promise<Answer>,
): Promise<Answer> {
  if (file === undefined) return filled(stdout, 'the terminal', write);
  // What is no ordinary file (a pipe, a device) cannot be put in place of.
  const aside = (await stat(file).catch(() => undefined))?.isFile() === false ? file : `${file}.part`;
  try {
    const out = createWriteStream(aside, { mode: 0o600 });
    const answer = await filled(out, file, async (stream) => {
      const answered = await write(stream);
      stream.end();
      await finished(stream);
      return answered;
    });
    if (aside !== file) await rename(aside, file);
    return answer;
  } catch (error) {
    if (aside !== file) await rm(aside, { force: true });
    throw error;
  }
}

/** A stream that fails while it is written to says so by an event; whoever waits for its `drain` would wait for ever. */
async function filled<Answer>(out: Writable, name: string, write: (out: Writable) => Promise<Answer>): Promise<Answer> {
  const failing = Promise.withResolvers<never>();
  const fail = (error: unknown) => failing.reject(wordsFor(error, name));
  out.on('error', fail);
  failing.promise.catch(() => {});
  try {
    return await Promise.race([write(out), failing.promise]);
  } catch (error) {
    throw wordsFor(error, name);
  }
}

function wordsFor(error: unknown, name: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileProblem(`There is no folder for ${name}. Make it, or choose another place.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new FileProblem(`This account may not write ${name}. Choose another place.`);
    case 'EISDIR':
      return new FileProblem(`${name} is a folder, not a file.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new FileProblem(`The disk that was to hold ${name} is full. Nothing was kept of the export.`);
    case 'EPIPE':
      return new FileProblem('Whatever was to read the export ended before all of it was written.');
    default:
      return error;
  }
}
