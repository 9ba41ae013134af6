import { USUAL_CONDUCT } from './conduct.ts';
import type { ConductView } from './contract.ts';
import { allows } from './permission.ts';
import type { Conduct } from './ports.ts';

export const viewConduct = ({ text, revision, acknowledgedOn, unmasking, standing }: Conduct): ConductView => ({
  text: text ?? USUAL_CONDUCT,
  own: text !== undefined,
  revision,
  ...(acknowledgedOn ? { acknowledgedOn } : {}),
  unmasking,
  abilities: { edit: allows(standing.capacities, 'edit-conduct') && !standing.closed },
});
