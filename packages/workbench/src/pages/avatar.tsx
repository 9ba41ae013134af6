import type { CSSProperties } from 'react';
import type { ShownPerson } from './host-server.ts';
import { CopseMark } from './marks.tsx';

const initials = (name: string) =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);

export function Avatar({ person, size = 32 }: { readonly person: ShownPerson | undefined; readonly size?: number }) {
  if (!person) {
    return (
      <span className="avatar avatar-bot" style={{ width: size, height: size }} aria-hidden="true">
        <CopseMark />
      </span>
    );
  }
  const style: CSSProperties = { width: size, height: size, background: person.colour, fontSize: size * 0.38 };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initials(person.name)}
    </span>
  );
}
