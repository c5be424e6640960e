/** What can be wrong with a call or an observation: the codes of calls.problems and steps.findings, and what each means. */
export const PROBLEMS = {
  'undeclared-tool': 'The trajectory declares its tools, and the one that is called is not among them.',
  'unknown-api': 'The call could not be linked to a declared tool or an API of the catalogue.',
  'ambiguous-api': 'Several tools or APIs have the name that is called.',
  'malformed-arguments': 'The arguments could not be parsed as they stand.',
  'missing-required': 'A required argument is not given.',
  'unknown-argument': 'An argument is given that the schema does not list.',
  'wrong-type': 'The value of an argument has another type than the schema says.',
  'out-of-range': 'The value of an argument is not among those listed, or outside the bounds of the schema.',
  'missing-observation': 'No step answers the call.',
  'orphaned-observation': 'An observation answers no call that is known.',
  'truncated-observation': 'The observation was cut off.',
  'error-observation': 'The observation reports an error.',
  'unrecovered-error': 'No later call of the same tool succeeds after the error.',
  'repeated-call': 'The same call with the same arguments was made before.',
  'reused-call-id': 'The source uses one call id for several calls.',
  'gold-mismatch': 'The calls differ from those that the benchmark expects.',
} as const;

export type Problem = keyof typeof PROBLEMS;

/** Something found, and where. */
export interface Finding {
  /** Position of the call in its step; null for the observation, or the step as a whole. */
  readonly call: number | null;
  readonly code: Problem;
  /** JSON pointer of the argument at fault, within the arguments. */
  readonly pointer: string | null;
  /** What is wrong, for people; names the value, bounded. */
  readonly message: string;
}
