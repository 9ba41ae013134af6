import { type RefObject, useEffect, useRef } from 'react';

/** A ref whose button takes the focus once, when it first appears and `wanted` is true. */
export function useFocus(wanted: boolean): RefObject<HTMLButtonElement> {
  const element = useRef<HTMLButtonElement>(null);
  const first = useRef(wanted);
  useEffect(() => {
    if (first.current) element.current?.focus();
  }, []);
  return element;
}
