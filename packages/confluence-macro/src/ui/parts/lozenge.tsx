import {
  type Life,
  lifeNames,
  lifeTones,
  type QuestionState,
  questionStateNames,
  questionTones,
  type Stage,
  stageNames,
  stageTones,
  type StateTone,
} from '@copse/core/vocabulary';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'information' | 'success' | 'warning' | 'danger';

export const Lozenge = ({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) => (
  <span className={`lozenge lozenge-${tone}`} title={title}>
    {children}
  </span>
);

const colours: Readonly<Record<StateTone, Tone>> = {
  quiet: 'neutral',
  moving: 'information',
  good: 'success',
  care: 'warning',
};

export const StageLozenge = ({ stage }: { stage: Stage }) => (
  <Lozenge tone={colours[stageTones[stage]]} title={stageNames[stage].means}>
    {stageNames[stage].name}
  </Lozenge>
);
export const LifeLozenge = ({ life }: { life: Life }) => (
  <Lozenge tone={colours[lifeTones[life]]} title={lifeNames[life].means}>
    {lifeNames[life].name}
  </Lozenge>
);
export const QuestionLozenge = ({ state }: { state: QuestionState }) => (
  <Lozenge tone={colours[questionTones[state]]} title={questionStateNames[state].means}>
    {questionStateNames[state].name}
  </Lozenge>
);
