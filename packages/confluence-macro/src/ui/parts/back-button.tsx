import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { BackIcon } from './icons.tsx';

/** Leads back to the list. Takes the focus when it appears, so that the keyboard is where the eyes are. */
export function BackButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place}>
      <Button look="subtle" small onClick={onClick}>
        <BackIcon />
        {children}
      </Button>
    </div>
  );
}
