export { linkableOperation, matchOperation, type LinkableOperation } from './match-operation.ts';
export { readHttpScenario } from './read.ts';
