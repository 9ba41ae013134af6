import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { When } from './when.tsx';

/** Says that the form shows words from an earlier visit that were not saved, and lets them go. */
export function RestoredNotice({ at, onDiscard }: { at: number | undefined; onDiscard: () => void }) {
  if (at === undefined) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        These words of yours are not saved yet. Last typed: <When at={new Date(at).toISOString()} />.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onDiscard}>Throw it away</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
