import type { Random } from "#main/base/random.ts";

/** A grown forest: for a row, the weight of every training row that shares its leaves. */
export interface QuantileForest {
  /** Calls `add(trainingRow, weight)` for each; the weights of one row add up to 1. */
  weigh(row: Float64Array, add: (trainingRow: number, weight: number) => void): void;
  /** The same from the trees that have not seen that training row; false when there is none. */
  weighUnseen(index: number, add: (trainingRow: number, weight: number) => void): boolean;
}

interface Tree {
  /** Feature split on, −1 for a leaf; threshold, and the two nodes below (or members' span). */
  feature: Int16Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
  members: Int32Array;
  seen: Uint8Array;
}

interface ForestOptions {
  trees: number;
  fewestInLeaf: number;
  /** Features tried at each split. */
  tried: number;
  /** Share of the rows that grow one tree. */
  sampled: number;
  source: Random;
}

/**
 * Extremely randomised trees (Geurts, Ernst and Wehenkel, 2006) whose leaves keep their rows, so
 * that they give a whole distribution (Meinshausen, 2006). Every tree grows on one of the targets
 * in turn and on its own sample of the rows; thresholds are drawn at random, the best one kept.
 */
export function growForest(
  rows: readonly Float64Array[],
  targets: readonly Float64Array[],
  options: ForestOptions,
): QuantileForest {
  const trees = Array.from({ length: options.trees }, (_, i) => {
    const target = targets[i % targets.length];
    if (target === undefined) throw new Error("A forest needs a target.");
    return growTree(rows, target, options);
  });
  const weighBy = (
    chosen: readonly Tree[],
    row: Float64Array,
    add: (trainingRow: number, weight: number) => void,
  ) => {
    for (const tree of chosen) {
      const leaf = leafOf(tree, row);
      const [from, to] = [tree.left[leaf] ?? 0, tree.right[leaf] ?? 0];
      const weight = 1 / (chosen.length * (to - from));
      for (let m = from; m < to; m++) add(tree.members[m] ?? 0, weight);
    }
  };
  return {
    weigh: (row, add) => weighBy(trees, row, add),
    weighUnseen: (index, add) => {
      const blind = trees.filter((tree) => tree.seen[index] === 0);
      const row = rows[index];
      if (blind.length === 0 || row === undefined) return false;
      weighBy(blind, row, add);
      return true;
    },
  };
}

function leafOf(tree: Tree, row: Float64Array): number {
  let node = 0;
  for (;;) {
    const feature = tree.feature[node] ?? -1;
    if (feature < 0) return node;
    const goesLeft = (row[feature] ?? 0) < (tree.threshold[node] ?? 0);
    node = (goesLeft ? tree.left[node] : tree.right[node]) ?? 0;
  }
}

function growTree(
  rows: readonly Float64Array[],
  target: Float64Array,
  options: ForestOptions,
): Tree {
  const { sampled, fewestInLeaf, source } = options;
  const members = sample(rows.length, Math.ceil(sampled * rows.length), source);
  const most = 2 * Math.ceil(members.length / fewestInLeaf) + 1;
  const tree: Tree = {
    feature: new Int16Array(most).fill(-1),
    threshold: new Float64Array(most),
    left: new Int32Array(most),
    right: new Int32Array(most),
    members,
    seen: new Uint8Array(rows.length),
  };
  for (const index of members) tree.seen[index] = 1;
  const waiting = [{ node: 0, from: 0, to: members.length }];
  let nodes = 1;
  for (let span = waiting.pop(); span !== undefined; span = waiting.pop()) {
    const { node, from, to } = span;
    const split = bestSplit(rows, target, { members, from, to, options });
    if (split === undefined) {
      tree.left[node] = from;
      tree.right[node] = to;
      continue;
    }
    const middle = partition(rows, members, { from, to, ...split });
    tree.feature[node] = split.feature;
    tree.threshold[node] = split.threshold;
    tree.left[node] = nodes;
    tree.right[node] = nodes + 1;
    waiting.push({ node: nodes, from, to: middle }, { node: nodes + 1, from: middle, to });
    nodes += 2;
  }
  return tree;
}

interface Split {
  feature: number;
  threshold: number;
}

/** The best of some random splits by what it takes off the squared error; none in a small span. */
function bestSplit(
  rows: readonly Float64Array[],
  target: Float64Array,
  span: { members: Int32Array; from: number; to: number; options: ForestOptions },
): Split | undefined {
  const { members, from, to, options } = span;
  if (to - from < 2 * options.fewestInLeaf) return undefined;
  const features = rows[0]?.length ?? 0;
  let best: (Split & { gain: number }) | undefined;
  let sum = 0;
  for (let m = from; m < to; m++) sum += target[members[m] ?? 0] ?? 0;
  for (let tried = 0; tried < options.tried; tried++) {
    const feature = Math.floor(options.source.next() * features);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let m = from; m < to; m++) {
      const value = rows[members[m] ?? 0]?.[feature] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === high) continue;
    const threshold = low + (high - low) * (1 - options.source.next());
    let [count, part] = [0, 0];
    for (let m = from; m < to; m++) {
      const index = members[m] ?? 0;
      if ((rows[index]?.[feature] ?? 0) >= threshold) continue;
      count += 1;
      part += target[index] ?? 0;
    }
    const others = to - from - count;
    if (count < options.fewestInLeaf || others < options.fewestInLeaf) continue;
    const gain = (part * part) / count + (sum - part) ** 2 / others;
    if (best === undefined || gain > best.gain) best = { feature, threshold, gain };
  }
  return best;
}

/** Moves the rows below the threshold to the front of the span; returns where the others start. */
function partition(
  rows: readonly Float64Array[],
  members: Int32Array,
  { from, to, feature, threshold }: Split & { from: number; to: number },
): number {
  let middle = from;
  for (let m = from; m < to; m++) {
    const index = members[m] ?? 0;
    if ((rows[index]?.[feature] ?? 0) >= threshold) continue;
    members[m] = members[middle] ?? 0;
    members[middle] = index;
    middle += 1;
  }
  return middle;
}

/** `count` different numbers below `size` (Fisher and Yates). */
function sample(size: number, count: number, source: Random): Int32Array {
  const all = Int32Array.from({ length: size }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(source.next() * (size - i));
    const kept = all[i] ?? 0;
    all[i] = all[other] ?? 0;
    all[other] = kept;
  }
  return all.slice(0, count);
}
