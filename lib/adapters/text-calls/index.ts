/** Calls hidden in text. */
export { argumentsAsJson, type ReadArguments } from './arguments.ts';
export { deriveCalls, PLAIN_SYNTAXES } from './derive-calls.ts';
export type { CallSyntax, DerivedCall } from './derived-call.ts';
