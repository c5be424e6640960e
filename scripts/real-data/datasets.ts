/** The data sets of ../shared/data, with the licence that their repositories give, and what each is there for. */

export interface Dataset {
  /** Folder, and name of the source. */
  readonly name: string;
  readonly licence: string;
  /** What has to come of it. */
  readonly holds: readonly ('apis' | 'trajectories')[];
}

const both = ['apis', 'trajectories'] as const;

export const DATASETS: readonly Dataset[] = [
  { name: 'adp', licence: 'MIT; parts keep their own', holds: ['trajectories'] },
  { name: 'api-bank', licence: 'Apache-2.0', holds: both },
  { name: 'bfcl', licence: 'Apache-2.0', holds: both },
  { name: 'gorilla-apibench', licence: 'Apache-2.0', holds: both },
  { name: 'inspect-ai', licence: 'MIT', holds: ['trajectories'] },
  { name: 'inspect-scout', licence: 'MIT', holds: ['trajectories'] },
  { name: 'llama-factory-demos', licence: 'Apache-2.0', holds: ['trajectories'] },
  { name: 'nexusraven', licence: 'Apache-2.0', holds: ['apis'] },
  { name: 'openapi-directory-lite', licence: 'CC0-1.0', holds: ['apis'] },
  { name: 'openhands', licence: 'MIT', holds: ['trajectories'] },
  // Files for the test of Parquet readers: none may end the import.
  { name: 'parquet-testing', licence: 'Apache-2.0', holds: [] },
  { name: 'powerplatform-connectors', licence: 'MIT', holds: ['apis'] },
  // A table of numbers.
  { name: 'regmix', licence: 'MIT', holds: [] },
  { name: 'stabletoolbench', licence: 'Apache-2.0', holds: both },
  { name: 'swe-agent', licence: 'MIT', holds: ['trajectories'] },
  { name: 'tau-bench', licence: 'MIT', holds: ['trajectories'] },
  { name: 'toolalpaca', licence: 'Apache-2.0', holds: both },
  { name: 'toolbench', licence: 'Apache-2.0', holds: both },
  { name: 'toolrl', licence: 'Apache-2.0', holds: ['trajectories'] },
  { name: 'toucan-mcp', licence: 'MIT; server texts carry their own', holds: ['apis'] },
  { name: 'twilio-oai', licence: 'MIT', holds: ['apis'] },
];
