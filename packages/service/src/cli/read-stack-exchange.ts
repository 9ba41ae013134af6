import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BundleRecord, FORBIDDEN_CHARACTERS, withoutForbidden } from '@copse/core/bundle';
import sax from 'sax';
import { FileProblem } from './file-problem.ts';
import { htmlToMarkdown, type Loss } from './html-to-markdown.ts';

type Post = Readonly<Record<string, string>>;

/** What is no rejection, but not as it was either: each with how often. */
export type Note = Loss | 'left-out' | 'invisible' | 'short-tag' | 'negative' | 'closed';
export type Notes = Map<Note, number>;

/** Posts of a site are named by the community that they go to: the same file into another community is another copy. */
type Target = { readonly communityId: string };

const QUESTION = '1';
const ANSWER = '2';
/** A row longer than this is no post: bodies end at 30,000 characters, and escaping makes them some six times longer. */
const LONGEST_ROW = 4_000_000;

/**
 * Reads questions, answers and their authors from the Posts.xml of a Stack Exchange dump, as records of a bundle. The
 * number of a record is the post's Id.
 *
 * Goes through the file three times (authors, questions, answers) and remembers only which authors it has seen, so the
 * file may be of any size. `notes` counts what could not be carried over as it was.
 */
export async function* readStackExchange(path: string, target: Target, notes: Notes): AsyncGenerator<BundleRecord> {
  const count = (note: Note) => void notes.set(note, (notes.get(note) ?? 0) + 1);
  const name = (kind: string, id: string | undefined) => `stackexchange:${target.communityId}:${kind}:${id}`;
  const authorOf = (post: Post) => name('user', authorName(post));

  const seen = new Set<string>();
  for await (const post of readPosts(path)) {
    if (post.PostTypeId !== QUESTION && post.PostTypeId !== ANSWER) {
      count('left-out');
      continue;
    }
    const author = authorName(post);
    if (seen.has(author)) continue;
    seen.add(author);
    yield { section: 'people', index: Number(post.Id), value: personOf(post, authorOf(post)) };
  }

  for await (const post of readPosts(path)) {
    if (post.PostTypeId !== QUESTION) continue;
    if (post.ClosedDate !== undefined) count('closed');
    const value = {
      externalId: name('post', post.Id),
      community: target.communityId,
      title: readable(post.Title ?? '', count),
      details: markdownOf(post, count),
      topics: topicsOf(post.Tags ?? '', count),
      by: authorOf(post),
      askedAt: instantOf(post.CreationDate),
      ...(post.LastEditDate ? { editedAt: instantOf(post.LastEditDate) } : {}),
      ...(post.LastActivityDate ? { activeAt: instantOf(post.LastActivityDate) } : {}),
      meToo: scoreOf(post, count),
      ...(post.AcceptedAnswerId ? { acceptedAnswer: name('post', post.AcceptedAnswerId) } : {}),
      ...(post.ClosedDate ? { closed: { ...CLOSED, at: instantOf(post.ClosedDate) } } : {}),
    };
    yield { section: 'questions', index: Number(post.Id), value };
  }

  for await (const post of readPosts(path)) {
    if (post.PostTypeId !== ANSWER) continue;
    const value = {
      externalId: name('post', post.Id),
      question: name('post', post.ParentId),
      text: markdownOf(post, count),
      by: authorOf(post),
      at: instantOf(post.CreationDate),
      ...(post.LastEditDate ? { editedAt: instantOf(post.LastEditDate) } : {}),
      helped: scoreOf(post, count),
    };
    yield { section: 'answers', index: Number(post.Id), value };
  }
}

type Count = (note: Note) => void;

/** The dump does not say why. */
const CLOSED = { reason: 'off-topic', note: 'Closed on Stack Exchange' } as const;

/** Somebody who deleted their account is one person where the dump still has a name for them, and else one for each post. */
function authorName({ Id, OwnerUserId, OwnerDisplayName }: Post): string {
  if (OwnerUserId !== undefined && /^-?\d+$/u.test(OwnerUserId)) return OwnerUserId;
  if (OwnerDisplayName) return `former:${createHash('sha256').update(OwnerDisplayName).digest('hex').slice(0, 16)}`;
  return `of-post:${Id}`;
}

/** No account and no name: whoever wrote there has not joined anything here. */
const personOf = ({ OwnerUserId }: Post, externalId: string) => ({
  externalId,
  name:
    OwnerUserId !== undefined && /^-?\d+$/u.test(OwnerUserId)
      ? `Stack Exchange user ${OwnerUserId}`
      : 'Former Stack Exchange user',
  affiliation: 'Stack Exchange',
  guest: true,
});

function markdownOf({ Body = '' }: Post, count: Count): string {
  const { markdown, losses } = htmlToMarkdown(readable(Body, count));
  for (const loss of losses) count(loss);
  return markdown;
}

/** Without the invisible characters that no text here may have. */
function readable(text: string, count: Count): string {
  if (!FORBIDDEN_CHARACTERS.test(text)) return text;
  count('invisible');
  return withoutForbidden(text);
}

/** `<storage><whole-bean>`, or `|storage|whole-bean|` in newer dumps. */
function topicsOf(tags: string, count: Count): string[] {
  const all = tags.split(/[<>|]+/u).filter(Boolean);
  const long = all.filter((tag) => tag.length > 1);
  for (let left = long.length; left < all.length; left += 1) count('short-tag');
  return long;
}

/** Each point is somebody whom it helped; Copse counts no votes against. */
function scoreOf({ Score = '0' }: Post, count: Count): number {
  const score = Number(Score);
  if (score < 0) count('negative');
  return Math.max(0, score);
}

/** Dumps are in UTC and do not say so. */
const instantOf = (date: string | undefined) =>
  date !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/u.test(date) ? `${date}Z` : date;

/** Every row of the file. Entities beyond XML's own five are refused, and nothing outside of the file is read. */
async function* readPosts(path: string): AsyncGenerator<Post> {
  const parser = sax.parser(true);
  let rows: Post[] = [];
  let root = '';
  let since = 0;
  parser.onopentag = ({ name, attributes }) => {
    if (root === '') root = name;
    since = 0;
    if (name === 'row') rows.push(attributes as Post);
  };
  // oxlint-disable-next-line prefer-add-event-listener -- the parser has no other way
  parser.onerror = (error) => {
    throw new FileProblem(`${path} is no well-formed XML (${error.message.replaceAll('\n', ', ')}).`);
  };
  try {
    for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
      parser.write(chunk);
      if (root !== '' && root !== 'posts') throw new FileProblem(noPosts(path, root));
      since += chunk.length;
      if (since > LONGEST_ROW)
        throw new FileProblem(`${path} has a row that is too long for a post, after line ${parser.line + 1}.`);
      yield* rows;
      rows = [];
    }
    parser.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileProblem(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new FileProblem(`${path} is a folder, not a file.`);
    if (code === 'EACCES') throw new FileProblem(`${path} may not be read by you.`);
    throw error;
  }
  if (root === '') throw new FileProblem(noPosts(path, 'nothing'));
}

// The parser stops by itself at 64 kB of one attribute, less than a long body with many entities.
(sax as { MAX_BUFFER_LENGTH?: number }).MAX_BUFFER_LENGTH = LONGEST_ROW;

const noPosts = (path: string, root: string) =>
  `${path} is no Posts.xml of a Stack Exchange dump: it holds <${root}>, not <posts>.`;
