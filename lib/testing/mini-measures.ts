/** What is measured of the APIs and trajectories of the miniature corpus. */
import type { Row } from '../corpus/index.ts';
import { apis } from './mini-rows.ts';
import { trajectories } from './mini-trajectories.ts';

const CHARS_PER_TOKEN = 4;

/** In order of component and record_no. Each second API has a licence of its own; the last trajectory is twice as dense. */
export const recordMeasures: readonly Row<'record_measures'>[] = [
  ...apis
    .filter(({ declared }) => !declared)
    .map(({ api_no, doc_tokens }) => ({
      component: 'documentation',
      record_no: api_no,
      tokens: doc_tokens,
      chars: CHARS_PER_TOKEN * doc_tokens,
      bytes: CHARS_PER_TOKEN * doc_tokens,
      licence: api_no % 2 === 0 ? null : 'MIT',
      step_tokens: null,
    })),
  ...trajectories.map(({ trajectory_no, tokens }, position) => ({
    component: 'trajectories',
    record_no: trajectory_no,
    tokens,
    chars: CHARS_PER_TOKEN * tokens,
    bytes: (position === trajectories.length - 1 ? CHARS_PER_TOKEN / 2 : CHARS_PER_TOKEN) * tokens,
    licence: null,
    step_tokens: [tokens - 5, 5],
  })),
];
