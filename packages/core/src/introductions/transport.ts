import { int, real } from './numbers.ts';

/** So many of a kind go to so many of another. */
export type Flow = { readonly from: number; readonly to: number; readonly amount: number };

export type Transport = {
  /** What each kind is worth on either side: `out[a] + into[b]` is at least what a and b are worth together. */
  readonly out: Float64Array;
  readonly into: Float64Array;
  readonly flows: readonly Flow[];
};

/** Costs more than any real way can save. */
const DETOUR = 1_000_000;

/**
 * The best way to send each kind's people to people of all kinds, where as many arrive at each as leave it: the
 * transportation problem, by the network simplex with strongly feasible trees (W. H. Cunningham, 1976) and a search for
 * entering arcs in blocks.
 *
 * `amounts` are positive; `worth[a * count + b]` is what one person on the way from a to b is worth.
 */
export function transport(amounts: Int32Array, worth: Int16Array): Transport {
  const count = amounts.length;
  const root = 2 * count;
  const tree = plant(amounts, root);
  const { parent, depth, up, flow, potential } = tree;
  const block = Math.max(64, Math.ceil(Math.sqrt(count * count)));

  let next = 0;
  for (;;) {
    const entering = cheapest();
    if (entering < 0) break;
    pivot(Math.floor(entering / count), count + (entering % count), -(worth[entering] as number));
  }
  const flows: Flow[] = [];
  for (let node = 0; node < root; node += 1) {
    const other = int(parent, node);
    if (other === root || real(flow, node) === 0) continue;
    const [from, to] = up[node] === 1 ? [node, other] : [other, node];
    flows.push({ from, to: to - count, amount: real(flow, node) });
  }
  return { out: potential.slice(0, count), into: potential.slice(count, root).map((value) => -value), flows };

  /** The best of the first block of ways in which there is one that would save something. */
  function cheapest(): number {
    let [best, found, seen] = [0, -1, 0];
    const total = count * count;
    let row = Math.floor(next / count);
    let column = next % count;
    for (let look = 0; look < total; look += 1) {
      const saved = real(potential, row) - real(potential, count + column) - (worth[next] as number);
      if (saved < best) {
        best = saved;
        found = next;
      }
      next += 1;
      column += 1;
      if (column === count) {
        column = 0;
        row += 1;
        if (next === total) [next, row] = [0, 0];
      }
      seen += 1;
      if (seen >= block && found >= 0) return found;
    }
    return found;
  }

  /** Puts a way into the tree, sends as much over it as its cycle lets, and takes the way out that is empty then. */
  function pivot(row: number, column: number, cost: number): void {
    const join = meeting(row, column);
    let [amount, leaving, onRowSide] = [Infinity, -1, true];
    for (let node = row; node !== join; node = int(parent, node)) {
      if (up[node] === 1 && real(flow, node) < amount) [amount, leaving, onRowSide] = [real(flow, node), node, true];
    }
    for (let node = column; node !== join; node = int(parent, node)) {
      if (up[node] === 0 && real(flow, node) <= amount) [amount, leaving, onRowSide] = [real(flow, node), node, false];
    }
    if (amount > 0) {
      for (let node = row; node !== join; node = int(parent, node))
        flow[node] = real(flow, node) + (up[node] === 1 ? -amount : amount);
      for (let node = column; node !== join; node = int(parent, node))
        flow[node] = real(flow, node) + (up[node] === 0 ? -amount : amount);
    }
    const [inside, outside] = onRowSide ? [row, column] : [column, row];
    const saved = cost + real(potential, row) - real(potential, column);
    tree.hang(inside, outside, leaving, { up: onRowSide ? 1 : 0, flow: amount, shift: onRowSide ? -saved : saved });
  }

  function meeting(one: number, other: number): number {
    let [a, b] = [one, other];
    while (a !== b) {
      if (int(depth, a) >= int(depth, b)) a = int(parent, a);
      else b = int(parent, b);
    }
    return a;
  }
}

/** A spanning tree in which everything goes over the root at first. Each node knows the way between it and its parent. */
function plant(amounts: Int32Array, root: number) {
  const count = amounts.length;
  const parent = new Int32Array(root + 1).fill(root);
  const depth = new Int32Array(root + 1).fill(1);
  const up = new Uint8Array(root + 1);
  const flow = new Float64Array(root + 1);
  const potential = new Float64Array(root + 1);
  const children: Set<number>[] = Array.from({ length: root + 1 }, () => new Set<number>());
  parent[root] = -1;
  depth[root] = 0;
  for (let node = 0; node < root; node += 1) {
    const isRow = node < count;
    up[node] = isRow ? 1 : 0;
    flow[node] = int(amounts, isRow ? node : node - count);
    potential[node] = isRow ? -DETOUR : DETOUR;
    children[root]?.add(node);
  }

  /** Cuts the tree above `leaving` and hangs the part with `inside` below `outside`. */
  function hang(
    inside: number,
    outside: number,
    leaving: number,
    way: { readonly up: number; readonly flow: number; readonly shift: number },
  ): void {
    let [node, above, direction, amount] = [inside, outside, way.up, way.flow];
    for (;;) {
      const before = int(parent, node);
      const [hadUp, hadFlow] = [up[node] as number, real(flow, node)];
      children[before]?.delete(node);
      children[above]?.add(node);
      parent[node] = above;
      up[node] = direction;
      flow[node] = amount;
      if (node === leaving) break;
      [above, node, direction, amount] = [node, before, 1 - hadUp, hadFlow];
    }
    const waiting = [inside];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      depth[next] = int(depth, int(parent, next)) + 1;
      potential[next] = real(potential, next) + way.shift;
      for (const child of children[next] as Set<number>) waiting.push(child);
    }
  }
  return { parent, depth, up, flow, potential, hang };
}
