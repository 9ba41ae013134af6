import type { MeasuresView } from './contract.ts';
import { type Duration, type Durations, FEWEST } from './duration.ts';

export function viewMeasures(communityId: string, { of, toFirstResponse, toAcceptedAnswer }: Durations): MeasuresView {
  const view = ({ questions, medianSeconds }: Duration) =>
    questions >= FEWEST && medianSeconds !== undefined ? { questions, of, medianSeconds } : { questions, of };
  return {
    communityId,
    timeToFirstResponse: view(toFirstResponse),
    timeToAcceptedAnswer: view(toAcceptedAnswer),
  };
}
