import { Badge } from '@fluentui/react-components';
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

const colours: Record<StateTone, 'subtle' | 'brand' | 'success' | 'warning'> = {
  quiet: 'subtle',
  moving: 'brand',
  good: 'success',
  care: 'warning',
};

type Props = { tone: StateTone; says: { readonly name: string; readonly means: string } };

/** A state as a word; its meaning is in the title for those who hover. */
const StateBadge = ({ tone, says: { name, means } }: Props) => (
  <Badge appearance="tint" color={colours[tone]} title={means}>
    {name}
  </Badge>
);

/** The community's stage. */
export const StageBadge = ({ stage }: { stage: Stage }) => (
  <StateBadge tone={stageTones[stage]} says={stageNames[stage]} />
);

/** Where a practice is in its life. */
export const LifeBadge = ({ life }: { life: Life }) => <StateBadge tone={lifeTones[life]} says={lifeNames[life]} />;

/** Where a question stands. */
export const QuestionStateBadge = ({ state }: { state: QuestionState }) => (
  <StateBadge tone={questionTones[state]} says={questionStateNames[state]} />
);
