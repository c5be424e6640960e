export { linkableOperation, matchOperation, type LinkableOperation, type OperationMatch } from './match-operation.ts';
export { readHttpScenario, type HttpScenarioOptions } from './read.ts';
