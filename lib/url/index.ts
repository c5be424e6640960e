export * from './apis.ts';
export * from './links.ts';
export * from './open.ts';
export * from './trajectories.ts';
export { corpusParser } from './corpus.ts';
export * from './inspector.ts';
export { id as idParser, step as positionParser } from './parsers.ts';
export * from './step-place.ts';
export * from './mixture.ts';
