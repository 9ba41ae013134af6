/** What a person says about themselves: constants and limits that contracts, screens and cards share. */
export const skillLevels = ['practises', 'can-teach', 'wants-to-learn'] as const;
export type SkillLevel = (typeof skillLevels)[number];
export type Skill = { readonly topic: string; readonly level: SkillLevel };

/** Days are ISO weekdays, 1 (Monday) to 7 (Sunday); `from` and `to` are wall-clock times `HH:MM` in the person's zone. */
export type WorkingHours = { readonly days: readonly number[]; readonly from: string; readonly to: string };
export const usualWorkingHours: WorkingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

export const profileLimits = {
  name: 120,
  affiliation: 120,
  team: 80,
  challenge: 500,
  interests: 30,
  skills: 40,
  languages: 10,
} as const;

/** Shown in place of a person who had themselves erased. */
export const FORMER_MEMBER = 'Former member';
