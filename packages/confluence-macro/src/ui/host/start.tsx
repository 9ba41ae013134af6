import { Component, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Button } from '../parts/button.tsx';
import { HostProvider } from './host-context.tsx';
import { type Host, meetHost } from './host.ts';

/** Meets Confluence, then shows `page`. Whatever breaks, the reader sees a sentence and a way on. */
export async function start(page: (host: Host) => ReactNode): Promise<void> {
  const element = document.querySelector('#root');
  if (!element) return;
  const root = createRoot(element);
  try {
    const host = await meetHost();
    root.render(
      <LastResort>
        <HostProvider value={host}>{page(host)}</HostProvider>
      </LastResort>,
    );
  } catch {
    root.render(<Broken />);
  }
}

const Broken = () => (
  <div className="notice notice-warning" role="alert">
    <div className="stack-small">
      <p>
        <strong>Copse could not start on this page.</strong> Reload it; if that does not help, tell the author of the
        page.
      </p>
      <div>
        <Button small onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    </div>
  </div>
);

class LastResort extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
