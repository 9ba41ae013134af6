/** What speaks for somebody knowing about a question: only topics of the question count. */
export type Evidence = {
  readonly known: readonly Known[];
  /** They hold the role of an expert in the community. */
  readonly expert: boolean;
  /** Questions that wait for them already. */
  readonly waiting: number;
};

/** What somebody says they can, and has shown to know, about a topic in this community. */
export type Known = {
  readonly topic: string;
  readonly teaches: boolean;
  readonly practises: boolean;
  /** Answers that solved it. */
  readonly accepted: number;
  readonly answers: number;
  /** Practices that others endorse and that they have part in. */
  readonly practices: number;
};

/** Questions that may wait for one person at the same time. */
export const LOAD = 3;
const EXPERT = 1;
/** Each question that waits makes it less likely to be asked once more. */
const EACH_WAITING = 0.7;

/**
 * How much speaks for somebody about one topic. What others confirmed counts most; the tenth time says less than the
 * first, so that the same person is not asked for ever.
 */
export const knownScore = ({ accepted, answers, practices, teaches, practises }: Omit<Known, 'topic'>): number =>
  3 * Math.log2(1 + accepted) +
  2 * Math.log2(1 + practices) +
  0.5 * Math.log2(1 + answers) +
  (teaches ? 3 : practises ? 2 : 0);

/** One number to sort by, above 0 where anything speaks for them. */
export const expertScore = ({ known, expert, waiting }: Evidence): number =>
  (known.reduce((sum, one) => sum + knownScore(one), 0) + (expert ? EXPERT : 0)) * EACH_WAITING ** waiting;

/** Why somebody is asked, as a sentence to them: the strongest thing that speaks for it. */
export function becauseKnows({ known, expert }: Evidence): string {
  const best = [...known].sort((a, b) => knownScore(b) - knownScore(a))[0];
  if (!best) return expert ? 'Because you are an expert of this community.' : 'Because you may know about it.';
  const { topic, accepted, practices, teaches, practises } = best;
  if (accepted === 1) return `Because an answer of yours about ${topic} solved a question here.`;
  if (accepted > 1) return `Because ${accepted} answers of yours about ${topic} solved questions here.`;
  if (practices > 0) return `Because you have part in an endorsed practice about ${topic}.`;
  if (teaches) return `Because you say that you can teach ${topic}.`;
  return practises ? `Because you say that you practise ${topic}.` : `Because you have answered about ${topic} here.`;
}

/** Words that a title may share with a topic, where nobody named any: single words, and two in a row. */
export function topicsInTitle(title: string): readonly string[] {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#.-]+/u)
    .map((word) => word.replaceAll(/^[.-]+|[.-]+$/g, ''))
    .filter((word) => word.length > 1);
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...words, ...pairs])].slice(0, MOST_WORDS);
}

const MOST_WORDS = 40;
