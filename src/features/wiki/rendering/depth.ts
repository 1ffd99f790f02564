import type { Nodes } from 'hast';

/** Elements within each other beyond which nothing is laid out: no text that is meant to be read comes near it. */
const DEEPEST = 120;

/** @throws RangeError for a tree that is nested beyond what is laid out */
export function refuseTooDeep<Tree extends Nodes>(root: Tree): Tree {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return root;
}
