type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'defaultPrevented' | 'target'
>;

/** Whether a key asks for the search: Ctrl+K or ⌘K anywhere but in a dialog, “/” where nobody is writing. */
export function opensSearch({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target }: Pressed): boolean {
  if (defaultPrevented || altKey) return false;
  const element = isElement(target) ? target : undefined;
  if (element?.closest('[role="dialog"], [role="alertdialog"]')) return false;
  if ((ctrlKey || metaKey) && !shiftKey) return key.toLowerCase() === 'k';
  // On many keyboards “/” is typed with Shift.
  if (ctrlKey || metaKey || key !== '/') return false;
  return !element?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]');
}

const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target;
