import { inWords } from '../kernel/text.ts';

/** How near an existing community is to one that somebody is about to found. */
export type Nearness = {
  /** pg_trgm similarity of the two names, 0 to 1. */
  readonly name: number;
  readonly sharedTopics: readonly string[];
  /** Which part of the words of name and purpose the other one uses too, 0 to 1, and how many words that are. */
  readonly words: number;
  readonly wordCount: number;
};

/** Names above this are the same but for an ending or a slip of the hand. */
const SAME_NAME = 0.8;
const SIMILAR_NAME = 0.4;
const MANY_WORDS = 0.5;
const FEW = 3;

/** Above this a draft and a community are so close that founding deserves a second thought. */
export const NEAR_ENOUGH = 0.4;

/** One number to sort by: the name says most, then the topics, then the words. 0 to 2.1. */
export const nearness = ({ name, sharedTopics, words, wordCount }: Nearness) =>
  name + Math.min(sharedTopics.length, FEW) * 0.2 + (wordCount >= FEW ? words * 0.5 : 0);

/** Why a community looks like the draft, as one sentence. */
export function becauseNear({ name, sharedTopics, words, wordCount }: Nearness): string {
  const reasons: string[] = [];
  if (name >= SAME_NAME) reasons.push('Almost the same name');
  else if (name >= SIMILAR_NAME) reasons.push('A similar name');
  if (sharedTopics.length === 1) reasons.push(`The same topic: ${sharedTopics[0]}`);
  if (sharedTopics.length > 1) reasons.push(`The same topics: ${list(sharedTopics)}`);
  if (wordCount >= FEW && words >= MANY_WORDS) reasons.push('A purpose in much the same words');
  return sentence(reasons.length > 0 ? reasons : ['A purpose about the same things']);
}

/** Why a community may suit a person. */
export type Fit = {
  readonly interests: readonly string[];
  readonly wantsToLearn: readonly string[];
  readonly practises: readonly string[];
  readonly canTeach: readonly string[];
  /** Whether its words answer to the person's current challenge. */
  readonly challenge: boolean;
  /** How many people of the person's other communities are members. */
  readonly fellows: number;
  /** How many members it has: the reason when nothing is known about the person. */
  readonly members: number;
};

/** Why a community is suggested, as one sentence: the two strongest reasons. */
export function becauseFits({
  interests,
  wantsToLearn,
  practises,
  canTeach,
  challenge,
  fellows,
  members,
}: Fit): string {
  const reasons: string[] = [];
  if (wantsToLearn.length > 0) reasons.push(`You want to learn ${list(wantsToLearn)}`);
  if (interests.length > 0) reasons.push(`You are interested in ${list(interests)}`);
  if (challenge) reasons.push('It may help with your current challenge');
  if (canTeach.length > 0) reasons.push(`You can teach ${list(canTeach)}`);
  if (practises.length > 0) reasons.push(`You practise ${list(practises)}`);
  if (fellows > 0) {
    const who = fellows === 1 ? 'Somebody' : `${fellows} people`;
    reasons.push(`${who} from your other communities ${fellows === 1 ? 'is' : 'are'} in it`);
  }
  if (reasons.length === 0) reasons.push(members > 1 ? 'A lively community that you could join' : 'A new community');
  return sentence(reasons.slice(0, 2));
}

/** No more than three of them. */
const list = (all: readonly string[]) => inWords(all.slice(0, FEW));

/** Only the first letter of the whole is a capital, so that parts read on. */
const sentence = (parts: readonly string[]) =>
  parts.map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join('; ');
