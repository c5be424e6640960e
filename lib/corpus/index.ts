export * from './schema.ts';
export * from './measures.ts';
export * from './tables.ts';
export * from './ids.ts';
export * from './query.ts';
