import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { openLink } from '../host/host.ts';
import { OpenIcon } from './icons.tsx';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'default' | 'primary' | 'subtle' | 'link';
  /** A write is under way: the button stays focusable, says so, and does nothing. */
  readonly busy?: boolean;
  readonly small?: boolean;
};

export function Button({ look = 'default', busy = false, small = false, children, onClick, ...rest }: Props) {
  const className = ['button', `button-${look}`, small ? 'button-small' : '', busy ? 'is-busy' : ''].join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={className}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {busy && <span className="button-dots" aria-hidden="true" />}
    </button>
  );
}

/** A link out of the page: a real address to copy, opened by Confluence because the frame may not. */
export function OutLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const open = (event: MouseEvent) => {
    event.preventDefault();
    openLink(href);
  };
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className ?? 'link'} onClick={open}>
      {children}
    </a>
  );
}

export const OpenInTeams = ({ href }: { href: string }) => (
  <OutLink href={href} className="button button-subtle button-small">
    <OpenIcon />
    Open in Teams
  </OutLink>
);
