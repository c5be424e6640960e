/** ToolBench's search tree as steps. */
import { arrayOf, isObject, type JsonObject } from '../json-value.ts';
import { EMPTY_STEP, type StepRecord } from '../records.ts';
import { messageStep, oneCall } from './steps.ts';
import { serverObservation } from './toolbench-server.ts';

/** A call of `Finish`: where a chain of the tree ends. */
export interface ChainEnd {
  /** Last step of the chain. */
  readonly step: number;
  /** Arguments, verbatim. */
  readonly answer: string;
}

export interface Tree {
  readonly steps: StepRecord[];
  readonly ends: ChainEnd[];
}

/** A node, and what the nodes above it have said that is not yet a step. */
interface Visit {
  readonly node: JsonObject;
  readonly parent: number | null;
  readonly thought: string | null;
  readonly action: string | null;
}

const SHOWN = new Set(['node_type', 'description', 'observation', 'observation_code', 'children', 'io_state']);

/**
 * Thought, Action and Action Input in a row are one step with a call, its observation another. A node that forks ends
 * a step, so that each branch begins a step of its own. The root says nothing and makes no step (it is
 * labelled Action Input).
 * @param root outermost node
 * @param prelude steps before the tree, in one line
 * @returns the prelude and the nodes' steps, parents before children, the first branch first
 */
export function treeSteps(root: unknown, prelude: readonly StepRecord[]): Tree {
  const steps = prelude.map((step, no) => ({ ...step, parent_step: no === 0 ? null : no - 1 }));
  const tree: Tree = { steps, ends: [] };
  const first = { parent: steps.length === 0 ? null : steps.length - 1, thought: null, action: null };
  const open: Visit[] = isObject(root) ? [{ node: root, ...first }] : [];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const children = arrayOf(visit.node['children']).filter(isObject);
    const after = atFork(tree, enter(tree, visit), children.length);
    open.push(...children.map((node) => ({ node, ...after })).toReversed());
  }
  return tree;
}

type Carried = Omit<Visit, 'node'>;

function enter(tree: Tree, { node, parent, thought, action }: Visit): Carried {
  const text = typeof node['description'] === 'string' ? node['description'] : '';
  const before = { parent, thought, action };
  switch (node['node_type']) {
    case 'Thought':
      return { ...flushed(tree, before), thought: text };
    case 'Action':
      return { ...(action === null ? before : flushed(tree, before)), action: text };
    case 'Action Input':
      if (action !== null) return { parent: calls(tree, node, before, action, text), thought: null, action: null };
  }
  if (text === '' && node['observation'] === undefined) return before;
  return { parent: unplaced(tree, node, flushed(tree, before).parent, text), thought: null, action: null };
}

/** @returns the last step of a node that belongs to no action */
function unplaced(tree: Tree, node: JsonObject, parent: number | null, text: string): number {
  const { node_type: type, observation, observation_code: code } = node;
  const note = `A node of type ${JSON.stringify(type)} that belongs to no action.`;
  const said = push(tree, parent, { ...messageStep('assistant', text), note });
  return observation === undefined
    ? said
    : push(tree, said, { ...observationStep(observation, code), pairing: 'none' });
}

/** A leaf, or a node that forks, ends a step; an action whose inputs fork is called once with each of them. */
function atFork(tree: Tree, carried: Carried, children: number): Carried {
  if (children === 1) return carried;
  if (children === 0 || carried.action === null) return flushed(tree, carried);
  return { ...flushed(tree, { ...carried, action: null }), action: carried.action };
}

function flushed(tree: Tree, { parent, thought, action }: Carried): Carried {
  if (thought === null && action === null) return { parent, thought, action };
  const step = { ...messageStep('assistant', thought), calls: action === null ? [] : oneCall(action, null, 'react') };
  return { parent: push(tree, parent, step), thought: null, action: null };
}

/** @returns the last step of the call: its observation, or itself where there is none */
function calls(tree: Tree, node: JsonObject, { parent, thought }: Carried, action: string, input: string): number {
  const step = {
    ...messageStep('assistant', thought),
    calls: oneCall(action, input, 'react'),
    metrics: metricsOf(node),
  };
  const call = push(tree, parent, step);
  const { observation, observation_code: code } = node;
  const answered = observation !== undefined || code !== undefined;
  const last = answered ? push(tree, call, { ...observationStep(observation, code), call_step: call, call: 0 }) : call;
  if (action === 'Finish') tree.ends.push({ step: last, answer: input });
  return last;
}

function observationStep(observation: unknown, code: unknown): StepRecord {
  const text = typeof observation === 'string' ? observation : (JSON.stringify(observation) ?? null);
  return { ...EMPTY_STEP, role: 'tool', ...serverObservation(text, code), pairing: 'inline' };
}

function push(tree: Tree, parent_step: number | null, step: StepRecord): number {
  return tree.steps.push({ ...step, parent_step }) - 1;
}

/** What the search noted of a node: Elo, pruned, finished, depth … */
function metricsOf(node: JsonObject): string | null {
  const noted = Object.entries(node).filter(([key]) => !SHOWN.has(key));
  return noted.length === 0 ? null : JSON.stringify(Object.fromEntries(noted));
}
