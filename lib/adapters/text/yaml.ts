/** Reads YAML 1.2 (core schema, with merge keys), keeping source text, repeated keys and long numbers in view. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { messageOf, type Problem } from '../reasons.ts';
import { excerpt, InexactNumbers, isExact, lineColumn, neighbourhood, type Parsed, type Unparsed } from './parsed.ts';
import { pointer } from './pointer.ts';

/** How far aliases may multiply a text before it counts as a bomb: nodes that they stand for, in total. */
const MAX_ALIAS_COUNT = 10_000;

/**
 * @param text a YAML document
 * @returns its value with access to the source text of its operations, or where it is broken
 */
export function parseYaml(text: string): Parsed | Unparsed {
  const document = parseDocument(text, {
    version: '1.2',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error) return failure(text, error.pos[0], error.message);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
  } catch (thrown) {
    return failure(text, 0, messageOf(thrown));
  }
  const found = inspect(text, document);
  return {
    value,
    format: 'yaml',
    problems: found.problems,
    lost: found.lost,
    rawOf: (path, part) => sourceOf(text, nodeAt(document, path)) ?? JSON.stringify(part),
  };
}

function failure(text: string, offset: number, what: string): Unparsed {
  const position = lineColumn(text, offset);
  const message = `Not YAML at line:column ${position}: ${what.replaceAll(/\s+/g, ' ')}, near \`${excerpt(text, offset)}\`.`;
  return {
    failure: { severity: 'rejected', reason: 'invalid-yaml', position, message, raw: neighbourhood(text, offset) },
  };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

/** The pair that counts: where a key is repeated, the last. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.findLast((pair) => keyOf(pair) === key);
}

function nodeAt(document: Document, path: readonly string[]): unknown {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isMap(node)) return undefined;
    node = pairOf(node, key)?.value;
  }
  return node;
}

/** Source text of a node, from the start of its line if only indentation is before it, so that it parses again. */
function sourceOf(text: string, node: unknown): string | undefined {
  const range = (node as Node | null | undefined)?.range;
  if (!range) return undefined;
  const line = text.lastIndexOf('\n', range[0] - 1) + 1;
  const start = /^ *$/.test(text.slice(line, range[0])) ? line : range[0];
  return text.slice(start, range[1]);
}

interface Findings {
  readonly problems: Problem[];
  readonly lost: { pointer: string; raw: string }[];
}

function inspect(text: string, document: Document): Findings {
  const numbers = new InexactNumbers();
  const repeated: Problem[] = [];
  const lost: Findings['lost'] = [];
  visit(document, {
    Map(_key, map, ancestors) {
      for (const { pair, taken } of repetitions(map)) {
        const path = [...keysOf(ancestors, map), keyOf(pair)];
        const raw = [pair, taken].map((one) => sourceOf(text, one.value) ?? '').join('\n');
        const message = `The key ${JSON.stringify(keyOf(pair))} is repeated; the last value was taken, both are in the raw text.`;
        repeated.push({ severity: 'warning', reason: 'duplicate-key', position: pointer(...path), message, raw });
        lost.push(...lostOperations(text, path, pair));
      }
    },
    Scalar(_key, scalar, ancestors) {
      if (typeof scalar.value !== 'number' || !scalar.source || !/^[-+]?[\d.]/.test(scalar.source)) return;
      if (/^0[xo]/.test(scalar.source) || isExact(scalar.source)) return;
      numbers.add(scalar.source, () => pointer(...keysOf(ancestors, scalar)));
    },
  });
  return { problems: [...repeated, ...numbers.problems()], lost };
}

/** Pairs of a map that a later pair with the same key replaces. Merge keys may repeat. */
function repetitions(map: YAMLMap): { pair: Pair; taken: Pair }[] {
  const last = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  if (last.size === map.items.length) return [];
  return map.items
    .map((pair) => ({ pair, taken: last.get(keyOf(pair))! }))
    .filter(({ pair, taken }) => pair !== taken && keyOf(pair) !== '<<');
}

/** Operations below a pair that was replaced: the pair itself, or those of its path. */
function lostOperations(text: string, path: readonly (string | number)[], pair: Pair): Findings['lost'] {
  if (path[0] !== 'paths') return [];
  if (path.length === 3) return [{ pointer: pointer(...path), raw: sourceOf(text, pair.value) ?? '' }];
  if (path.length !== 2 || !isMap(pair.value)) return [];
  return pair.value.items.map((one) => ({
    pointer: pointer(...path, keyOf(one)),
    raw: sourceOf(text, one.value) ?? '',
  }));
}

/** Keys and indexes from the root to a node. */
function keysOf(ancestors: readonly (Document | Node | Pair)[], node: Node): (string | number)[] {
  const keys: (string | number)[] = [];
  [...ancestors, node].forEach((parent, index, chain) => {
    const child = chain[index + 1];
    if (isPair(parent)) keys.push(keyOf(parent));
    else if (child && !isPair(child) && 'items' in parent) keys.push((parent.items as unknown[]).indexOf(child));
  });
  return keys;
}
