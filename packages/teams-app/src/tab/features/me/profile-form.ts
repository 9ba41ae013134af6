import type { EditProfileInput, MeView } from '@copse/core/contracts';
import type { SkillLevel } from '@copse/core/vocabulary';

/** The profile as it stands on the page: skills are sorted into three lists of topics. */
export type ProfileForm = {
  readonly name: string;
  readonly affiliation: string;
  readonly team: string;
  readonly timeZone: string;
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
  readonly skills: Readonly<Record<SkillLevel, readonly string[]>>;
  readonly challenge: string;
};

export function formOf(me: MeView): ProfileForm {
  const of = (level: SkillLevel) => me.skills.filter((skill) => skill.level === level).map(({ topic }) => topic);
  return {
    name: me.name,
    affiliation: me.affiliation ?? '',
    team: me.team ?? '',
    timeZone: me.timeZone,
    days: me.workingHours.days,
    from: me.workingHours.from,
    to: me.workingHours.to,
    languages: me.languages,
    interests: me.interests,
    skills: { practises: of('practises'), 'can-teach': of('can-teach'), 'wants-to-learn': of('wants-to-learn') },
    challenge: me.challenge ?? '',
  };
}

/** Everything, in the words of the API. Lists are written whole, so that what was removed goes. */
export function profileBody(form: ProfileForm): EditProfileInput {
  const { days, from, to, skills, languages, interests, ...rest } = form;
  return {
    ...rest,
    languages: [...languages],
    interests: [...interests],
    workingHours: { days: days.toSorted((a, b) => a - b), from, to },
    skills: (['practises', 'can-teach', 'wants-to-learn'] as const).flatMap((level) =>
      skills[level].map((topic) => ({ topic, level })),
    ),
  };
}

/** A topic stands in one list only: naming it in another moves it there. */
export function moveSkills(
  skills: ProfileForm['skills'],
  level: SkillLevel,
  topics: readonly string[],
): ProfileForm['skills'] {
  const others = (one: SkillLevel) => (one === level ? topics : skills[one].filter((topic) => !topics.includes(topic)));
  return {
    practises: others('practises'),
    'can-teach': others('can-teach'),
    'wants-to-learn': others('wants-to-learn'),
  };
}

export type ProfileProblems = Partial<Record<'name' | 'hours', string>>;

export function profileProblems({ name, from, to }: ProfileForm): ProfileProblems {
  return {
    ...(name.trim() === '' ? { name: 'Write the name that colleagues know you by.' } : {}),
    ...(from !== '' && from < to ? {} : { hours: 'The end of the day must come after its start.' }),
  };
}
