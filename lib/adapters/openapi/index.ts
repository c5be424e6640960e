export { readOpenApi } from './read.ts';
