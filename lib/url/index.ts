export * from './apis.ts';
export * from './links.ts';
export * from './trajectories.ts';
export { corpusParser } from './corpus.ts';
export { id as idParser, step as stepParser } from './parsers.ts';
