import { type ReactNode, useEffect, useRef } from 'react';
import { explain } from '../api/explain.ts';
import type { Failure } from '../api/response.ts';
import { SiteNotLinked } from '../account/site-not-linked.tsx';
import { useHost } from '../host/host-context.tsx';
import { Button } from './button.tsx';
import { WarnIcon } from './icons.tsx';

/** Grey shapes of what is coming. Said aloud once, as words. */
export function Skeleton({ lines, what }: { lines: readonly number[]; what: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">Loading {what}</span>
      {lines.map((width, index) => (
        // The shapes have no identity: their place is their key.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={`bone bone-${width}`} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A whole part could not be loaded: says why, what to do, and offers to try again. */
export function LoadFailure({ failure, retry }: { failure: Failure; retry: () => void }) {
  const { editing } = useHost();
  if (failure.reason === 'site-not-linked') return <SiteNotLinked retry={retry} />;
  const { what, todo } = explain(failure);
  if (failure.status === 404) {
    return (
      <div className="empty" role="status">
        <p className="empty-title">{what}</p>
        <div className="empty-text">
          <p>
            {editing ? 'Choose another in the settings of this macro, or keep it for readers who may see it.' : todo}
          </p>
          <div>
            <Button small onClick={retry}>
              Look again
            </Button>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className="notice notice-warning" role="alert">
      <WarnIcon />
      <div className="stack-small">
        <p>
          <strong>{what}</strong> {todo}
        </p>
        <div>
          <Button small onClick={retry}>
            Try again
          </Button>
        </div>
      </div>
    </div>
  );
}

/** A write did not happen. What was typed stays where it is. */
export function ActionFailure({ failure }: { failure: Failure | undefined }) {
  if (!failure) return null;
  const { what, todo } = explain(failure);
  return (
    <p className="problem" role="alert">
      <WarnIcon />
      <span>
        {what} {todo}
      </span>
    </p>
  );
}

/** Nothing is here yet: says what would fill the place. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children && <div className="empty-text">{children}</div>}
  </div>
);

/** A quiet box inside the macro, for a question or a result. Takes the focus when it opens. */
export function Panel({ label, children, onClose }: { label: string; children: ReactNode; onClose?: () => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>('input, textarea, select');
    (field ?? box.current)?.focus();
  }, []);
  return (
    // Escape closes it from wherever the keyboard is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      className="panel"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose?.()}
    >
      {children}
    </section>
  );
}
