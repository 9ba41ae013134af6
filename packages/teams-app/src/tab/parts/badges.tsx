import { Badge } from '@fluentui/react-components';
import {
  type Life,
  lifeNames,
  type QuestionState,
  questionStateNames,
  type Stage,
  stageNames,
} from '@copse/core/vocabulary';

type Tone = 'informative' | 'brand' | 'success' | 'warning' | 'subtle';

const stageTones: Record<Stage, Tone> = {
  potential: 'informative',
  coalescing: 'brand',
  maturing: 'brand',
  stewardship: 'success',
  transformation: 'warning',
  closed: 'subtle',
};

/** The community's stage as a word; the meaning is in the title for those who hover. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { name, means } = stageNames[stage];
  return (
    <Badge appearance="tint" color={stageTones[stage]} title={means}>
      {name}
    </Badge>
  );
}

const lifeTones: Record<Life, Tone> = {
  draft: 'subtle',
  proposed: 'informative',
  endorsed: 'brand',
  'in-use': 'success',
  'under-review': 'warning',
  retired: 'subtle',
};

/** Where a practice is in its life. */
export function LifeBadge({ life }: { life: Life }) {
  const { name, means } = lifeNames[life];
  return (
    <Badge appearance="tint" color={lifeTones[life]} title={means}>
      {name}
    </Badge>
  );
}

const questionTones: Record<QuestionState, Tone> = {
  open: 'informative',
  'with-expert': 'brand',
  answered: 'brand',
  accepted: 'success',
  kept: 'success',
  closed: 'subtle',
  duplicate: 'subtle',
};

/** Where a question stands. */
export function QuestionStateBadge({ state }: { state: QuestionState }) {
  const { name, means } = questionStateNames[state];
  return (
    <Badge appearance="tint" color={questionTones[state]} title={means}>
      {name}
    </Badge>
  );
}
