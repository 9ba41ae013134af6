import {
  type Life,
  lifeNames,
  type QuestionState,
  questionStateNames,
  type Stage,
  stageNames,
} from '@copse/core/vocabulary';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'information' | 'success' | 'warning' | 'danger' | 'discovery';

export const Lozenge = ({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) => (
  <span className={`lozenge lozenge-${tone}`} title={title}>
    {children}
  </span>
);

export const stageTones: Readonly<Record<Stage, Tone>> = {
  potential: 'neutral',
  coalescing: 'information',
  maturing: 'success',
  stewardship: 'success',
  transformation: 'discovery',
  closed: 'neutral',
};
export const lifeTones: Readonly<Record<Life, Tone>> = {
  draft: 'neutral',
  proposed: 'information',
  endorsed: 'success',
  'in-use': 'success',
  'under-review': 'warning',
  retired: 'neutral',
};

export const questionTones: Readonly<Record<QuestionState, Tone>> = {
  open: 'information',
  'with-expert': 'information',
  answered: 'warning',
  accepted: 'success',
  kept: 'discovery',
  closed: 'neutral',
  duplicate: 'neutral',
};

export const StageLozenge = ({ stage }: { stage: Stage }) => (
  <Lozenge tone={stageTones[stage]} title={stageNames[stage].means}>
    {stageNames[stage].name}
  </Lozenge>
);
export const LifeLozenge = ({ life }: { life: Life }) => (
  <Lozenge tone={lifeTones[life]} title={lifeNames[life].means}>
    {lifeNames[life].name}
  </Lozenge>
);
export const QuestionLozenge = ({ state }: { state: QuestionState }) => (
  <Lozenge tone={questionTones[state]} title={questionStateNames[state].means}>
    {questionStateNames[state].name}
  </Lozenge>
);
