import {
  type ArchetypeName,
  archetypeOf,
  communityLimits,
  type Entry,
  type Format,
  type Reach,
} from '@copse/core/vocabulary';

/** What somebody has filled in so far; kept on the device until the community is founded. */
export type Founding = {
  readonly archetype: ArchetypeName | undefined;
  readonly name: string;
  readonly purpose: string;
  readonly topics: readonly string[];
  readonly format: Format;
  readonly visibility: Entry;
  readonly reach: Reach;
  readonly cadence: string;
};

export const emptyFounding: Founding = {
  archetype: undefined,
  name: '',
  purpose: '',
  topics: [],
  format: 'informal-gathering',
  visibility: 'open',
  reach: 'organisation',
  cadence: '',
};

export const steps = ['kind', 'purpose', 'door', 'review'] as const;
export type Step = (typeof steps)[number];

/** Choosing a kind sets format, door and rhythm; all three may be changed afterwards. */
export function chooseArchetype(founding: Founding, archetype: ArchetypeName): Founding {
  const { format, visibility, cadence } = archetypeOf[archetype];
  return { ...founding, archetype, format, visibility, cadence };
}

export type FoundingProblems = Partial<Record<'archetype' | 'name' | 'purpose' | 'cadence', string>>;

/** What still stands in the way of leaving `step`, by field. Empty when nothing does. */
export function problemsOf(founding: Founding, step: Step): FoundingProblems {
  const { name, purpose, cadence } = communityLimits;
  if (step === 'kind') return founding.archetype ? {} : { archetype: 'Choose the kind that comes closest.' };
  if (step === 'purpose') {
    return {
      ...lengthProblem('name', founding.name, 3, name),
      ...lengthProblem('purpose', founding.purpose, 10, purpose),
    };
  }
  return step === 'door' ? lengthProblem('cadence', founding.cadence, 0, cadence) : {};
}

function lengthProblem(field: keyof FoundingProblems, text: string, min: number, max: number): FoundingProblems {
  const { length } = text.trim();
  if (length < min) return { [field]: `Write at least ${min} characters.` };
  return length > max ? { [field]: `Shorten it to ${max} characters.` } : {};
}

/** The request that founds it. Only called once every step is without problems. */
export function foundingBody({ archetype, topics, ...rest }: Founding) {
  return { ...rest, archetype, topics: [...topics], name: rest.name.trim(), purpose: rest.purpose.trim() };
}
