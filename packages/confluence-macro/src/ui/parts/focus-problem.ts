/** After a form was found wanting, the keyboard goes to the first field that has a problem. */
export function focusFirstProblem(form: EventTarget & HTMLElement): void {
  // The problems are drawn after this turn.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
