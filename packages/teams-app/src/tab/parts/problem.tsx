import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { say } from '../lib/say.ts';

type Props = { readonly error: unknown; readonly title?: string; readonly onRetry?: () => void };

/** A failure in place: what happened, why, and what to do. */
export function Problem({ error, title, onRetry }: Props) {
  const { what, why, next, retry } = say(error);
  return (
    <MessageBar intent={retry ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title ?? what}</MessageBarTitle> {why} {next}
      </MessageBarBody>
      {onRetry && retry && (
        <MessageBarActions>
          <Button onClick={onRetry}>Try again</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
