/** The new state of one aggregate together with what happened to it. Stores save both or neither. */
export type Change<State, Event> = { readonly state: State; readonly events: readonly Event[] };

type Revised = { readonly revision: number };

/** Pairs a new state with its events and moves the revision on by exactly one. */
export function change<State extends Revised, Event>(state: State, ...events: Event[]): Change<State, Event> {
  return { state: { ...state, revision: state.revision + 1 }, events };
}
