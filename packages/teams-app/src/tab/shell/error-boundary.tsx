import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/**
 * Keeps a page's bug inside that page: the way around stays usable, and one click tries again.
 * Give it a `key` per page, so that leaving a broken page is enough to be rid of it.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>This page could not be shown</MessageBarTitle>
          Something broke on our side. What you had saved is safe. Try again, or go on somewhere else.
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ failed: false })}>Try again</Button>
          <Button onClick={() => location.reload()}>Reload Copse</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
