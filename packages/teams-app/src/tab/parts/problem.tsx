import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { say } from '../lib/say.ts';

type Props = { readonly error: unknown; readonly title?: string; readonly onRetry?: () => void };

/** A failure in place: what happened, why, and what to do. With `onRetry` it was a reading, for which nothing was typed. */
export function Problem({ error, title, onRetry }: Props) {
  const { what, why, next, retry, kept } = say(error);
  return (
    <MessageBar intent={retry ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title ?? what}</MessageBarTitle> {why} {next}
        {kept && !onRetry && ` ${kept}`}
      </MessageBarBody>
      {onRetry && retry && (
        <MessageBarActions>
          <Button onClick={onRetry}>Try again</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
