export type TroubleKind =
  | 'in-use'
  | 'not-permitted'
  | 'no-space'
  | 'damaged'
  | 'other-version'
  | 'unsupported-platform'
  | 'does-not-start'
  | 'not-usable';

/**
 * Something a person has to put right before the embedded database can run.
 *
 * `message` is one or two plain sentences, safe to show as they are: what happened and what to do.
 * What PostgreSQL or the system said goes into `cause`.
 */
export class DatabaseTrouble extends Error {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseTrouble';
    this.kind = kind;
  }
}

/** Turns what the file system says into a sentence; everything else passes through unchanged. */
export function explainFileError(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpace(folder, error);
    case 'EACCES':
    case 'EPERM':
      return new DatabaseTrouble(
        'not-permitted',
        `The folder ${folder} belongs to another account, so it cannot be used. ` +
          `Start as that account, or delete the folder to begin with an empty one.`,
        error,
      );
    case 'EROFS':
      return new DatabaseTrouble(
        'not-permitted',
        `The folder ${folder} is on a read-only disk. Copy the project to a disk that can be written to, ` +
          `or set DATABASE_URL to a PostgreSQL elsewhere.`,
        error,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseTrouble(
        'not-permitted',
        `${folder} is a file, and the database needs a folder of that name. Move the file away and start again.`,
        error,
      );
    default:
      return error;
  }
}

export function noSpace(folder: string, cause?: unknown): DatabaseTrouble {
  return new DatabaseTrouble(
    'no-space',
    `The disk that holds ${folder} is full. Free at least 200 MB and start again; nothing that was saved is lost.`,
    cause,
  );
}
