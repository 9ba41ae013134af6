/** How a state is coloured wherever it is shown: not begun or over, on its way, where it should be, or in need of care. */
export type StateTone = 'quiet' | 'moving' | 'good' | 'care';
