import FlatQueue from 'flatqueue';

/** One way in which a seeker could be served: by which giver, and how good that would be (an integer, 0 to 1,000,000). */
export type Option = { readonly giver: number; readonly worth: number };

export const MOST_WORTH = 1_000_000;
/** Dearer than all that worth could ever gain, so that nobody goes without for the sake of a better fit of others. */
const NOBODY = 1e11;
const NONE = -1;

/**
 * Assigns seekers to givers who each have room for some: as many seekers as possible, and among all ways to do that one
 * of the greatest total worth. Answers the giver of each seeker, or -1. The same input gives the same answer.
 *
 * Exact: successive shortest augmenting paths over reduced costs (Dijkstra), the sparse form of Jonker and Volgenant's
 * algorithm (Computing 38, 1987) with capacities. Quick where givers have room to spare (see `npm run bench`); where more
 * seek than there is room, each who goes without costs a search through their surroundings.
 * A worth beyond its bounds counts as the bound, and a giver that is not there is no option.
 */
export function assign(options: readonly (readonly Option[])[], room: readonly number[]): Int32Array {
  const seekers = options.length;
  const graph = graphOf(options, room);
  const { start, column, cost } = graph;
  const columns = room.length + seekers;

  const columnOf = new Int32Array(seekers).fill(NONE);
  const costOf = new Float64Array(seekers);
  const price = new Float64Array(columns);
  const holders: number[][] = Array.from({ length: columns }, () => []);
  const distance = new Float64Array(columns).fill(Infinity);
  const reachedBy = new Int32Array(columns).fill(NONE);
  const settled = new Uint8Array(columns);
  const queue = new FlatQueue();

  const relax = (seeker: number, before: number, base: number) => {
    for (let edge = start[seeker] as number; edge < (start[seeker + 1] as number); edge += 1) {
      const to = column[edge] as number;
      if (settled[to]) continue;
      const through = before + ((cost[edge] as number) - (price[to] as number)) - base;
      if (through < (distance[to] as number) && through < nearestEnd) {
        if (hasRoom(to)) nearestEnd = through;
        if (distance[to] === Infinity) touched.push(to);
        distance[to] = through;
        reachedBy[to] = seeker;
        queue.push(to, through);
      }
    }
  };

  const hasRoom = (to: number) => (holders[to] as number[]).length < (to < room.length ? (room[to] as number) : 1);

  let touched: number[] = [];
  // Farther than an end that is known already nothing has to be looked at.
  let nearestEnd = Infinity;
  for (let seeker = 0; seeker < seekers; seeker += 1) {
    touched = [];
    nearestEnd = Infinity;
    const passed: number[] = [];
    queue.clear();
    relax(seeker, 0, 0);
    let end = NONE;
    for (;;) {
      const next = queue.pop() as number;
      if (settled[next]) continue;
      if (hasRoom(next)) {
        end = next;
        break;
      }
      settled[next] = 1;
      passed.push(next);
      for (const holder of holders[next] as number[]) {
        relax(holder, distance[next] as number, (costOf[holder] as number) - (price[next] as number));
      }
    }

    // What lies nearer than the end becomes dearer by the difference: reduced costs stay at or above zero.
    const length = distance[end] as number;
    for (const one of passed) price[one] = (price[one] as number) + (distance[one] as number) - length;
    for (let at = end; at !== NONE;) {
      const mover = reachedBy[at] as number;
      const left = columnOf[mover] as number;
      if (left !== NONE) remove(holders[left] as number[], mover);
      (holders[at] as number[]).push(mover);
      columnOf[mover] = at;
      costOf[mover] = graph.costBetween(mover, at);
      at = mover === seeker ? NONE : left;
    }
    for (const one of touched) {
      distance[one] = Infinity;
      settled[one] = 0;
    }
  }
  return columnOf.map((one) => (one < room.length ? one : NONE));
}

/** The options as rows of one array, each with a last one of its own: to go without. */
function graphOf(options: readonly (readonly Option[])[], room: readonly number[]) {
  const start = new Int32Array(options.length + 1);
  for (const [seeker, own] of options.entries()) start[seeker + 1] = (start[seeker] as number) + own.length + 1;
  const column = new Int32Array(start[options.length] as number);
  const cost = new Float64Array(column.length);
  for (const [seeker, own] of options.entries()) {
    let edge = start[seeker] as number;
    for (const { giver, worth } of own) {
      const known = giver in room;
      column[edge] = known ? giver : room.length + seeker;
      cost[edge] = known ? MOST_WORTH - Math.min(MOST_WORTH, Math.max(0, Math.round(worth))) : NOBODY;
      edge += 1;
    }
    column[edge] = room.length + seeker;
    cost[edge] = NOBODY;
  }
  /** Named twice, a giver counts with the better worth. */
  const costBetween = (seeker: number, to: number): number => {
    let least = Infinity;
    for (let edge = start[seeker] as number; edge < (start[seeker + 1] as number); edge += 1) {
      if (column[edge] === to) least = Math.min(least, cost[edge] as number);
    }
    return least;
  };
  return { start, column, cost, costBetween };
}

function remove(all: number[], one: number): void {
  const at = all.indexOf(one);
  all[at] = all.at(-1) as number;
  all.pop();
}
