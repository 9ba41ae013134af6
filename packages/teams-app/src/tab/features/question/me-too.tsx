import { ToggleButton } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import type { QuestionView } from '@copse/core/contracts';
import { useNotices } from '../../shell/notices.tsx';
import { useHaveThisToo } from './have-this-too.ts';
import { useTakeBackMeToo } from './take-back-me-too.ts';

/** “I have this too”: counts, and brings word when it is solved. Nobody sees who. */
export function MeToo({ question: { id, meToo, abilities } }: { question: QuestionView }) {
  const notices = useNotices();
  const have = useHaveThisToo(id, () => notices.done('You will hear when it is solved. Nobody sees that it was you.'));
  const takeBack = useTakeBackMeToo(id);
  const busy = have.isPending || takeBack.isPending;
  if (!abilities.meToo) return null;
  const toggle = () =>
    (meToo ? takeBack : have).mutate(undefined, {
      onError: (error) => notices.failed(error, 'That was not counted'),
    });
  return (
    <ToggleButton
      checked={meToo}
      icon={meToo ? <CheckmarkRegular /> : <PersonAddRegular />}
      disabledFocusable={busy}
      onClick={toggle}
    >
      I have this too
    </ToggleButton>
  );
}
