import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode };
type State = { readonly failed: 'no' | 'bug' | 'not-loaded' };

/**
 * Keeps a page's bug inside that page: the way around stays usable, and one click tries again.
 * Give it a `key` per page, so that leaving a broken page is enough to be rid of it.
 *
 * A part of the program that could not be loaded is another matter: a newer Copse was put in place while this one was
 * open, or the network is away. Only loading everything anew helps, and webpack does not try a part twice.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: 'no' };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: error instanceof Error && error.name === 'ChunkLoadError' ? 'not-loaded' : 'bug' };
  }

  override render() {
    if (this.state.failed === 'no') return this.props.children;
    const reload = <Button onClick={() => location.reload()}>Reload Copse</Button>;
    if (this.state.failed === 'not-loaded') {
      return (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>This part could not be loaded</MessageBarTitle>
            Copse was renewed meanwhile, or the network is away. Reload it; drafts that you typed are kept.
          </MessageBarBody>
          <MessageBarActions>{reload}</MessageBarActions>
        </MessageBar>
      );
    }
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>This page could not be shown</MessageBarTitle>
          Something broke on our side. What you had saved is safe. Try again, or go on somewhere else.
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ failed: 'no' })}>Try again</Button>
          {reload}
        </MessageBarActions>
      </MessageBar>
    );
  }
}
