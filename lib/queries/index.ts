export * from './api-facets.ts';
export * from './api-filter.ts';
export * from './api-matches.ts';
export * from './api-record.ts';
export * from './apis.ts';
export * from './export-rows.ts';
export * from './trajectories.ts';
export * from './trajectory-filter.ts';
