import FlatQueue from 'flatqueue';
import { type Market, NOBODY, NONE, take } from './market.ts';

/**
 * Gives a place to each of these seekers, who have none, others moving on where all are better off together; where
 * that cannot be, whoever it costs least goes without.
 *
 * Successive shortest augmenting paths over reduced costs (Dijkstra), the sparse form of Jonker and Volgenant's
 * algorithm (Computing 38, 1987), with more than one place for each giver.
 */
export function augment(market: Market, without: readonly number[]): void {
  const { start, giver, cost, first, held, price, holder, taken, place } = market;
  const distance = new Float64Array(held.length).fill(Infinity);
  const reachedBy = new Int32Array(held.length);
  const reachedOver = new Int32Array(held.length);
  const settled = new Uint8Array(held.length);
  const queue = new FlatQueue();
  let touched: number[] = [];
  /** The nearest end of a path: a giver with a free place, or else a seeker who goes without. */
  let end = { at: NOBODY, giver: NONE, seeker: NONE };

  for (const seeker of without) {
    end = { at: NOBODY, giver: NONE, seeker };
    touched = [];
    queue.clear();
    const passed = search(seeker);
    // What lies nearer than the end becomes dearer by the difference, so nobody who moves or stays would rather not.
    for (const one of passed) price[one] = (price[one] as number) + end.at - (distance[one] as number);
    moveAlong(seeker);
    for (const one of touched) {
      distance[one] = Infinity;
      settled[one] = 0;
    }
  }

  function search(seeker: number): readonly number[] {
    const passed: number[] = [];
    relax(seeker, 0);
    for (let far = queue.peekValue(); far !== undefined && far < end.at; far = queue.peekValue()) {
      const next = queue.pop() as number;
      if (settled[next] === 1) continue;
      settled[next] = 1;
      passed.push(next);
      for (let at = first[next] as number; at < (first[next + 1] as number); at += 1) {
        const one = holder[at] as number;
        const before = far - (price[next] as number) - (cost[taken[one] as number] as number);
        if (before + NOBODY < end.at) end = { at: before + NOBODY, giver: NONE, seeker: one };
        relax(one, before);
      }
    }
    return passed;
  }

  /** Looks at all givers that a seeker could go to, who is `before` away without what they have now. */
  function relax(seeker: number, before: number): void {
    const last = start[seeker + 1] as number;
    for (let option = start[seeker] as number; option < last; option += 1) {
      const to = giver[option] as number;
      const far = before + (cost[option] as number) + (price[to] as number);
      // Farther than an end that is known already nothing has to be looked at.
      if (far >= end.at || far >= (distance[to] as number)) continue;
      if (distance[to] === Infinity) touched.push(to);
      distance[to] = far;
      reachedBy[to] = seeker;
      reachedOver[to] = option;
      if ((first[to] as number) + (held[to] as number) < (first[to + 1] as number)) {
        end = { at: far, giver: to, seeker: NONE };
      } else queue.push(to, far);
    }
  }

  function moveAlong(seeker: number): void {
    let [to, free] = [end.giver, NONE];
    if (to !== NONE) {
      free = (first[to] as number) + (held[to] as number);
      held[to] = (held[to] as number) + 1;
    } else {
      if (end.seeker === seeker) return;
      to = giver[taken[end.seeker] as number] as number;
      free = place[end.seeker] as number;
      taken[end.seeker] = NONE;
    }
    for (;;) {
      const mover = reachedBy[to] as number;
      const [had, left] = [taken[mover] as number, place[mover] as number];
      take(market, mover, reachedOver[to] as number, free);
      if (mover === seeker) return;
      [to, free] = [giver[had] as number, left];
    }
  }
}
