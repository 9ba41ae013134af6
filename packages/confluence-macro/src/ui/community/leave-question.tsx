import { Button } from '../parts/button.tsx';
import { Panel } from '../parts/states.tsx';

type Props = {
  readonly name: string;
  readonly busy: boolean;
  readonly onLeave: () => void;
  readonly onClose: () => void;
};

export const LeaveQuestion = ({ name, busy, onLeave, onClose }: Props) => (
  <Panel label="Leave the community" onClose={onClose}>
    <p>Leave {name}? What you contributed stays, and your roles in it end.</p>
    <div className="row">
      <Button busy={busy} onClick={onLeave}>
        Leave
      </Button>
      <Button look="subtle" onClick={onClose}>
        Stay
      </Button>
    </div>
  </Panel>
);
