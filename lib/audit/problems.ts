/** What can be wrong with a call: the codes of calls.problems, and what each means. */
export const PROBLEMS = {
  'malformed-arguments': 'The arguments could not be parsed.',
  'unknown-api': 'The call could not be linked to an API of the catalogue.',
  'missing-observation': 'No step answers the call.',
} as const;

export type Problem = keyof typeof PROBLEMS;
