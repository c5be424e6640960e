/**
 * The tables of a corpus, format version 1: the one declaration from which the builder's writer, the
 * app's row types, the checker and docs/corpus-format.md all come.
 */
import { DIMENSIONS, MAX_BUCKETS, MEASURES, OTHER_BUCKET } from './measures.ts';
import type { RowOf, Table } from './schema.ts';

export const FORMAT = 'forge-corpus';
export const FORMAT_VERSION = 1;

/** What a record contributes to the mixture. */
export const COMPONENTS = ['documentation', 'trajectories', 'code', 'text'] as const;
export type Component = (typeof COMPONENTS)[number];

/** What kind of thing an API is called through. */
export const API_KINDS = ['http', 'mcp', 'function', 'python', 'model', 'cli', 'gui'] as const;
export type ApiKind = (typeof API_KINDS)[number];

/**
 * How much of an API's call is described by a schema. `full`: every parameter has a type, and body and
 * success response a schema where they exist; `partial`: some of it; `prose`: only in words; `none`: not at all.
 */
export const SCHEMA_STATUSES = ['full', 'partial', 'prose', 'none'] as const;
export type SchemaStatus = (typeof SCHEMA_STATUSES)[number];

export const STEP_ROLES = ['system', 'user', 'assistant', 'tool'] as const;
export type StepRole = (typeof STEP_ROLES)[number];

/** How a record repeats an earlier one. */
export const DUPLICATE_KINDS = ['exact', 'near'] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

/** How a trajectory came to be. `documented`: assembled from a documentation's own examples; `recorded`: a real run. */
export const TRAJECTORY_KINDS = [
  'documented',
  'recorded',
  'rollout',
  'dialogue',
  'tree',
  'gold',
  'single_turn',
  'task',
] as const;
export type TrajectoryKind = (typeof TRAJECTORY_KINDS)[number];

/** How an observation was matched to its call. */
export const PAIRINGS = ['id', 'adjacent', 'cause', 'inline', 'none'] as const;
export type Pairing = (typeof PAIRINGS)[number];

/** What became of the text of a call's arguments. */
export const ARGUMENT_STATUSES = ['ok', 'python', 'repaired', 'truncated', 'invalid', 'none'] as const;
export type ArgumentStatus = (typeof ARGUMENT_STATUSES)[number];

/** Measures in words, for the documentation of the format. */
function measuresDoc(takes: (measure: { readonly byDimension: boolean }) => boolean, isLong = true): string {
  const taken = Object.entries(MEASURES).filter(([, measure]) => takes(measure));
  return taken.map(([name, { doc }]) => (isLong ? `${name} (${doc})` : name)).join(', ');
}

export const tables = {
  apis: {
    weight: 'light',
    sort: ['api_id'],
    doc: 'One row per API (an operation, function or tool), with everything that is filtered, sorted or counted.',
    columns: {
      api_no: {
        type: 'int',
        doc: 'Row number in order of api_id, from 0; the key of the search index. Not stable across builds.',
      },
      api_id: { type: 'text', doc: 'Stable id: provider/tool/name.' },
      provider: { type: 'text', doc: 'Who offers the API, usually a domain name.' },
      tool: { type: 'text', doc: 'The service, server or document the API belongs to, unique within the provider.' },
      name: { type: 'text', doc: 'Name of the API within its tool: operationId, function name, or "VERB path".' },
      kind: { type: 'text', doc: 'http, mcp, function, python, model, cli or gui.' },
      domain: { type: 'text', nullable: true, doc: 'Subject area as its source files it, e.g. payment.' },
      method: { type: 'text', nullable: true, doc: 'HTTP method in capitals; null where kind is not http.' },
      path: { type: 'text', nullable: true, doc: 'HTTP path template; null where kind is not http.' },
      summary: { type: 'text', nullable: true, doc: 'One line of documentation, at most 200 characters.' },
      n_params: { type: 'int', doc: 'Parameters, body properties included.' },
      n_required: { type: 'int', doc: 'Required parameters, required body properties included.' },
      n_examples: { type: 'int', doc: 'Documented examples of requests and responses.' },
      deprecated: { type: 'bool', doc: 'The documentation marks the API as deprecated.' },
      schema_status: { type: 'text', doc: 'full, partial, prose or none: how much of the call a schema describes.' },
      doc_tokens: { type: 'int', doc: 'Tokens of the training document (api_docs.document).' },
      n_calls: { type: 'int', doc: 'Calls to this API in the trajectories of the corpus.' },
      n_trajectories: { type: 'int', doc: 'Trajectories that call this API.' },
      n_invalid: { type: 'int', doc: 'Calls to this API that have at least one problem.' },
      declared: {
        type: 'bool',
        doc: 'Found as a declaration in trajectories, not in documentation of its own. Not counted among records in.',
      },
      source: { type: 'text', doc: 'Source the record came from (corpus.json sources[].source).' },
    },
  },
  api_docs: {
    weight: 'heavy',
    sort: ['api_id'],
    doc: 'The whole documentation of each API: read one record at a time.',
    columns: {
      api_id: { type: 'text', doc: 'Stable id: provider/tool/name.' },
      title: { type: 'text', nullable: true, doc: 'Title of the tool, as its document gives it.' },
      version: { type: 'text', nullable: true, doc: 'Version of the tool, as its document gives it.' },
      base_url: { type: 'text', nullable: true, doc: 'First server URL. Shown, never requested.' },
      description: { type: 'text', nullable: true, doc: 'Description in Markdown or HTML, verbatim. Hostile text.' },
      params: {
        type: 'struct[]',
        doc: 'Parameters outside of the body, in the order of the document, and top-level body properties after them.',
        fields: {
          name: { type: 'text', doc: 'Name, verbatim.' },
          location: { type: 'text', doc: 'path, query, header, cookie, body or argument.' },
          type: {
            type: 'text',
            nullable: true,
            doc: 'Type for people, e.g. array<string> or date-time; null where none is declared.',
          },
          required: { type: 'bool', doc: 'Declared as required.' },
          description: { type: 'text', nullable: true, doc: 'Description, verbatim.' },
          constraints: {
            type: 'json',
            nullable: true,
            doc: 'enum, default, minimum, maxLength, pattern …, as a JSON object.',
          },
          schema: { type: 'json', nullable: true, doc: 'The declared schema. References as in request_schema.' },
        },
      },
      request_schema: {
        type: 'json',
        nullable: true,
        doc: 'JSON Schema of the request body; where kind is not http, of all arguments as one object. A reference is {"$ref":"#/$defs/NAME"}; NAME is in this schema\'s $defs, else in the table definitions.',
      },
      request_type: { type: 'text', nullable: true, doc: 'Media type of the request body.' },
      response_schema: {
        type: 'json',
        nullable: true,
        doc: 'JSON Schema of the first success response; references as in request_schema.',
      },
      responses: { type: 'json', doc: 'All responses: [{status, description, media_type, schema_name}].' },
      examples: {
        type: 'json',
        doc: 'All documented examples: [{place, name, status, media_type, value}]; value verbatim.',
      },
      security: { type: 'json', nullable: true, doc: 'Security requirements, as documented.' },
      document: { type: 'text', doc: 'The exact text that a model would be trained on.' },
      licence: {
        type: 'text',
        nullable: true,
        doc: "Licence that the document itself declares, if any; the source's licence is in corpus.json.",
      },
      source_file: { type: 'text', doc: 'Input file, relative to the import root.' },
      source_pointer: { type: 'text', doc: 'JSON pointer of the record in that file.' },
      raw_format: { type: 'text', doc: 'json or yaml: the syntax of raw.' },
      raw: { type: 'text', doc: 'The record as its file has it, byte for byte where the file was valid Unicode.' },
    },
  },
  definitions: {
    weight: 'heavy',
    sort: ['definition_id'],
    doc: 'Named schemas that API schemas refer to and that were too large, or recursive, to repeat in each record.',
    columns: {
      definition_id: { type: 'text', doc: 'provider/tool#NAME.' },
      name: { type: 'text', doc: 'NAME, as in "#/$defs/NAME".' },
      schema: { type: 'json', doc: 'JSON Schema; references as in api_docs.request_schema.' },
      source: { type: 'text', doc: 'Source the record came from.' },
    },
  },
  api_terms: {
    weight: 'light',
    sort: ['term'],
    doc: 'Search index of the catalogue: every distinct term, in order.',
    columns: {
      term: { type: 'text', doc: 'Normalised term (lib/search/terms.ts).' },
      term_no: { type: 'int', doc: 'Row number in order of term, from 0: terms that share a prefix are one range.' },
      n_apis: { type: 'int', doc: 'APIs that contain the term.' },
    },
  },
  api_postings: {
    weight: 'light',
    sort: ['term_no', 'api_no'],
    doc: 'Search index of the catalogue: which API contains which term, and how much it weighs there.',
    columns: {
      term_no: { type: 'int', doc: 'Term (api_terms.term_no).' },
      api_no: { type: 'int', doc: 'API (apis.api_no).' },
      weight: {
        type: 'float',
        doc: 'Saturated, field-weighted term frequency (BM25F without the inverse document frequency).',
      },
      fields: {
        type: 'int',
        doc: 'Bit set of the fields that hold the term: 1 name, 2 path, 4 summary, 8 description, 16 parameter names.',
      },
    },
  },
  trajectories: {
    weight: 'light',
    sort: ['trajectory_id'],
    doc: 'One row per trajectory, with everything that is filtered, sorted or counted.',
    columns: {
      trajectory_no: {
        type: 'int',
        doc: 'Row number in order of trajectory_id, from 0; the key of the search index. Not stable across builds.',
      },
      trajectory_id: {
        type: 'text',
        doc: 'Stable id: source:record id, or source:content hash where the record has none.',
      },
      source: { type: 'text', doc: 'Source the record came from.' },
      kind: { type: 'text', doc: 'documented, recorded, rollout, dialogue, tree, gold, single_turn or task.' },
      domain: { type: 'text', nullable: true, doc: 'Subject area.' },
      task: { type: 'text', nullable: true, doc: 'First user turn, at most 300 characters.' },
      model: { type: 'text', nullable: true, doc: 'Model that produced the assistant turns, where recorded.' },
      outcome: { type: 'text', nullable: true, doc: 'success, failure or what the source recorded.' },
      reward: { type: 'float', nullable: true, doc: 'Reward, where recorded.' },
      format: { type: 'text', doc: 'Adapter that read the record (forge formats).' },
      parent_id: {
        type: 'text',
        nullable: true,
        doc: 'Trajectory that this one continues, or whose agent started this one; may lie outside of the corpus.',
      },
      n_steps: { type: 'int', doc: 'Steps.' },
      n_calls: { type: 'int', doc: 'Calls.' },
      n_apis: { type: 'int', doc: 'Distinct tools called.' },
      n_declared: {
        type: 'int',
        nullable: true,
        doc: 'Tools that the record declares; 0 for an empty list, null where it has no list.',
      },
      n_branches: { type: 'int', doc: 'Chains of steps that leave the answer path; 0 where steps form one line.' },
      n_errors: { type: 'int', doc: 'Observations that are errors.' },
      n_invalid: { type: 'int', doc: 'Calls that have at least one problem.' },
      problems: {
        type: 'text[]',
        doc: 'Distinct problem codes of its calls and observations (lib/audit), in order of code.',
      },
      tokens: { type: 'int', doc: 'Tokens of all steps: content, reasoning, calls and observations.' },
      tokens_system: { type: 'int', doc: 'Tokens of system steps.' },
      tokens_user: { type: 'int', doc: 'Tokens of user steps.' },
      tokens_assistant: { type: 'int', doc: 'Tokens of assistant content and reasoning, calls apart.' },
      tokens_reasoning: { type: 'int', doc: 'Tokens of reasoning, which tokens_assistant counts too.' },
      tokens_calls: { type: 'int', doc: 'Tokens of tool names and arguments.' },
      tokens_observations: { type: 'int', doc: 'Tokens of observations.' },
      source_record: { type: 'text', doc: 'File and position of the record in its source.' },
      facet_no: { type: 'int', doc: 'Combination of facet values (trajectory_facets.facet_no).' },
    },
  },
  trajectory_facets: {
    weight: 'light',
    sort: ['facet_no'],
    doc: 'Each combination of facet values that trajectories have: what a list counts and filters by costs one pass over small numbers.',
    columns: {
      facet_no: { type: 'int', doc: 'Row number in order of all the columns below, from 0. Not stable across builds.' },
      source: { type: 'text', doc: 'trajectories.source.' },
      kind: { type: 'text', doc: 'trajectories.kind.' },
      domain: { type: 'text', nullable: true, doc: 'trajectories.domain.' },
      model: { type: 'text', nullable: true, doc: 'trajectories.model.' },
      outcome: { type: 'text', nullable: true, doc: 'trajectories.outcome.' },
      format: { type: 'text', doc: 'trajectories.format.' },
      problems: { type: 'text[]', doc: 'trajectories.problems.' },
      has_errors: { type: 'bool', doc: 'Some observation is an error.' },
      has_branches: { type: 'bool', doc: 'Some chain of steps leaves the answer path.' },
      n_trajectories: { type: 'int', doc: 'Trajectories that have the combination.' },
      tokens: { type: 'float', doc: 'Tokens of these trajectories.' },
    },
  },
  called_tools: {
    weight: 'light',
    sort: ['tool_no'],
    doc: 'Each tool that trajectories call: an API of the catalogue, or a name that could not be linked to one.',
    columns: {
      tool_no: {
        type: 'int',
        doc: 'Row number in order of api_id (nulls last) and tool_name, from 0. Not stable across builds.',
      },
      api_id: { type: 'text', nullable: true, doc: 'API of the catalogue; null where the name could not be linked.' },
      tool_name: { type: 'text', doc: 'Name that is called; of several, the first in order.' },
      n_calls: { type: 'int', doc: 'Calls.' },
      n_trajectories: { type: 'int', doc: 'Trajectories that call it.' },
      n_invalid: { type: 'int', doc: 'Calls that have at least one problem.' },
    },
  },
  tool_postings: {
    weight: 'light',
    sort: ['tool_no', 'trajectory_no'],
    doc: 'Which trajectory calls which tool, and where: "X then Y" holds where the first X is before the last Y.',
    columns: {
      tool_no: { type: 'int', doc: 'Tool (called_tools.tool_no).' },
      trajectory_no: { type: 'int', doc: 'Trajectory (trajectories.trajectory_no).' },
      n_calls: { type: 'int', doc: 'Calls of the tool in the trajectory.' },
      first_call: { type: 'int', doc: 'Position of the first of them among all calls of the trajectory, from 0.' },
      last_call: { type: 'int', doc: 'Position of the last of them among all calls of the trajectory, from 0.' },
    },
  },
  steps: {
    weight: 'heavy',
    sort: ['trajectory_id', 'step'],
    doc: 'One row per message of a trajectory, in order.',
    columns: {
      trajectory_id: { type: 'text', doc: 'Trajectory.' },
      step: { type: 'int', doc: 'Position in the trajectory, from 0.' },
      role: { type: 'text', doc: 'system, user, assistant or tool.' },
      content: {
        type: 'text',
        nullable: true,
        doc: 'Text of the message, or the observation where role is tool; verbatim. Hostile text.',
      },
      content_type: { type: 'text', nullable: true, doc: 'Media type of content, where the source declares one.' },
      reasoning: { type: 'text', nullable: true, doc: 'Reasoning, verbatim.' },
      calls: {
        type: 'struct[]',
        doc: 'Calls that this step makes, in order.',
        fields: {
          call: { type: 'int', doc: 'Position in the step, from 0.' },
          source_call_id: {
            type: 'text',
            nullable: true,
            doc: 'Call id in the source. Not unique: never joined on alone.',
          },
          tool_name: { type: 'text', doc: 'Name that was called, verbatim.' },
          api_id: { type: 'text', nullable: true, doc: 'API of the catalogue, where it could be linked.' },
          arguments: { type: 'text', nullable: true, doc: 'Arguments, verbatim.' },
          syntax: { type: 'text', doc: 'How the call was written in the source, e.g. openai, http, react.' },
          derived: {
            type: 'bool',
            doc: 'Read out of the text of content, which has it verbatim, and not from a field.',
          },
        },
      },
      call_step: { type: 'int', nullable: true, doc: 'For an observation: step of the call it answers.' },
      call: { type: 'int', nullable: true, doc: 'For an observation: position of that call in its step.' },
      status: { type: 'text', nullable: true, doc: 'For an observation: status code, where the source has one.' },
      is_error: { type: 'bool', doc: 'The observation is an error.' },
      loss: {
        type: 'bool',
        nullable: true,
        doc: 'Whether a trainer would learn from this step, where the source says.',
      },
      parent_step: {
        type: 'int',
        nullable: true,
        doc: 'Step that this one continues; null for the first of a tree or of an agent. Steps of one line continue the one before.',
      },
      on_answer_path: {
        type: 'bool',
        doc: 'The step is on the path that led to the answer; true where there are no branches.',
      },
      agent: {
        type: 'text',
        nullable: true,
        doc: 'Agent or sub-agent that the step belongs to, where there are several.',
      },
      at: { type: 'text', nullable: true, doc: 'Time of the step as its source has it, ISO 8601 where possible.' },
      seconds: { type: 'float', nullable: true, doc: 'Time that the step took, in seconds.' },
      pairing: {
        type: 'text',
        nullable: true,
        doc: 'For an observation: how it was matched to its call: id, adjacent, cause, inline or none.',
      },
      truncated: { type: 'bool', doc: 'The observation was cut off by its source.' },
      parts: {
        type: 'json',
        nullable: true,
        doc: 'Parts of the message that content cannot hold: images, signatures, typed blocks; as a JSON list.',
      },
      attachments: {
        type: 'struct[]',
        doc: 'Large texts that are kept apart: HTML, accessibility trees, files.',
        fields: {
          name: { type: 'text', doc: 'Field of the source, e.g. raw_html.' },
          media_type: { type: 'text', doc: 'Media type.' },
          blob_id: { type: 'text', doc: 'Blob (blobs.blob_id).' },
          chars: { type: 'int', doc: 'Characters (UTF-16 code units).' },
        },
      },
      metrics: { type: 'json', nullable: true, doc: 'What the source measured of the step: usage, cost, logprobs.' },
      findings: {
        type: 'struct[]',
        doc: 'What the audit found (lib/audit), in order of call.',
        fields: {
          call: {
            type: 'int',
            nullable: true,
            doc: 'Position of the call in the step; null for the observation itself.',
          },
          code: { type: 'text', doc: 'Problem code.' },
          pointer: {
            type: 'text',
            nullable: true,
            doc: 'JSON pointer of the argument at fault, within the arguments.',
          },
          message: { type: 'text', doc: 'What is wrong, for people.' },
        },
      },
      tokens: { type: 'int', doc: 'Tokens of the step.' },
      note: { type: 'text', nullable: true, doc: 'How the step was derived, where it was not taken as it stands.' },
      raw: {
        type: 'text',
        nullable: true,
        doc: 'The message as its source has it, where it differs from the columns.',
      },
    },
  },
  calls: {
    weight: 'light',
    sort: ['trajectory_id', 'step', 'call'],
    doc: 'One row per call: which API, how, and what was wrong with it.',
    columns: {
      trajectory_id: { type: 'text', doc: 'Trajectory.' },
      step: { type: 'int', doc: 'Step that makes the call.' },
      call: { type: 'int', doc: 'Position in the step, from 0.' },
      source: { type: 'text', doc: 'Source of the trajectory.' },
      api_id: { type: 'text', nullable: true, doc: 'API of the catalogue, where it could be linked.' },
      tool_name: { type: 'text', doc: 'Name that was called, verbatim.' },
      argument_names: { type: 'text[]', doc: 'Names of the top-level arguments, in order.' },
      arguments_status: {
        type: 'text',
        doc: 'ok, python (a Python literal, read as such), repaired, truncated, invalid (not parseable) or none.',
      },
      derived: { type: 'bool', doc: 'Read out of text, and not from a field.' },
      gold: { type: 'bool', doc: 'An expected call of a benchmark, which nobody made.' },
      pairing: { type: 'text', nullable: true, doc: 'How the observation was matched: id, adjacent, cause or inline.' },
      observation_step: { type: 'int', nullable: true, doc: 'Step that answers the call; null where there is none.' },
      is_error: { type: 'bool', doc: 'The answering observation is an error.' },
      problems: { type: 'text[]', doc: 'Problem codes (lib/audit).' },
    },
  },
  trajectory_records: {
    weight: 'heavy',
    sort: ['trajectory_id'],
    doc: 'What a trajectory was read from, and what it declares: read one record at a time.',
    columns: {
      trajectory_id: { type: 'text', doc: 'Trajectory.' },
      source_file: { type: 'text', doc: 'Input file, relative to the import root.' },
      source_pointer: {
        type: 'text',
        doc: 'JSON pointer, line or row of the record in that file; empty for the whole file.',
      },
      guessed: {
        type: 'text',
        nullable: true,
        doc: 'What the generic reader guessed; null where the format is known.',
      },
      tools: {
        type: 'json',
        nullable: true,
        doc: 'Tools that the record declares, in order: [{name, description, dialect, parameters, api_id, schema_status}]; null where it has no list.',
      },
      gold: {
        type: 'json',
        nullable: true,
        doc: 'Expected calls: [{turn, name, arguments, accepted}]; accepted lists the values allowed per argument, where the source does.',
      },
      metadata: { type: 'json', nullable: true, doc: 'Fields of the record that no column holds, as a JSON object.' },
      raw_format: { type: 'text', doc: 'json, yaml, csv, parquet or text: the syntax of raw.' },
      raw: {
        type: 'text',
        doc: 'The record as its file has it; byte for byte for JSON and text, written as JSON where the file is CSV or Parquet.',
      },
    },
  },
  trajectory_terms: {
    weight: 'light',
    sort: ['term'],
    doc: 'Search index of the trajectories: every distinct term, in order.',
    columns: {
      term: { type: 'text', doc: 'Normalised term (lib/search/terms.ts).' },
      term_no: { type: 'int', doc: 'Row number in order of term, from 0: terms that share a prefix are one range.' },
      n_trajectories: { type: 'int', doc: 'Trajectories that contain the term.' },
    },
  },
  trajectory_postings: {
    weight: 'light',
    sort: ['term_no', 'trajectory_no'],
    doc: 'Search index of the trajectories: which trajectory contains which term, and how much it weighs there.',
    columns: {
      term_no: { type: 'int', doc: 'Term (trajectory_terms.term_no).' },
      trajectory_no: { type: 'int', doc: 'Trajectory (trajectories.trajectory_no).' },
      weight: {
        type: 'float',
        doc: 'Saturated, field-weighted term frequency (BM25F without the inverse document frequency).',
      },
      fields: {
        type: 'int',
        doc: 'Bit set of the fields that hold the term: 1 task, 2 content and reasoning, 4 calls, 8 observations.',
      },
    },
  },
  blobs: {
    weight: 'heavy',
    sort: ['blob_id'],
    doc: 'Large texts of steps, each stored once: HTML of web pages, accessibility trees, files.',
    columns: {
      blob_id: { type: 'text', doc: 'SHA-256 of the content, in hexadecimal.' },
      media_type: { type: 'text', doc: 'Media type.' },
      encoding: { type: 'text', doc: 'text or base64.' },
      content: { type: 'text', doc: 'Content, verbatim. Hostile text.' },
    },
  },
  documents: {
    weight: 'light',
    sort: ['document_id'],
    doc: 'One row per document of the components code and text.',
    columns: {
      document_no: { type: 'int', doc: 'Row number in order of document_id, from 0. Not stable across builds.' },
      document_id: { type: 'text', doc: 'Stable id: source:path.' },
      source: { type: 'text', doc: 'Source the document came from.' },
      component: { type: 'text', doc: 'code or text.' },
      language: { type: 'text', nullable: true, doc: 'Programming or markup language.' },
      title: { type: 'text', doc: 'Path or heading.' },
      licence: { type: 'text', nullable: true, doc: 'SPDX expression of the package or document.' },
      tokens: { type: 'int', doc: 'Tokens.' },
      chars: { type: 'int', doc: 'Characters (UTF-16 code units).' },
      bytes: { type: 'int', doc: 'Bytes in UTF-8.' },
    },
  },
  document_texts: {
    weight: 'heavy',
    sort: ['document_id'],
    doc: 'The text of each document.',
    columns: {
      document_id: { type: 'text', doc: 'Document.' },
      content: { type: 'text', doc: 'Text, verbatim.' },
    },
  },
  duplicates: {
    weight: 'light',
    sort: ['component', 'record_id'],
    doc: 'Records whose text repeats that of an earlier record of the same component, whatever its source.',
    columns: {
      component: { type: 'text', doc: 'documentation, trajectories, code or text.' },
      record_id: { type: 'text', doc: 'api_id, trajectory_id or document_id of the record.' },
      duplicate_of: { type: 'text', doc: 'Id of the earliest record, in order of input, that it was found to repeat.' },
      kind: {
        type: 'text',
        doc: 'exact: the same text; near: sets of word 5-grams of a Jaccard similarity of 0.8 or more, as MinHash estimates it. Near ones are not all found.',
      },
      similarity: { type: 'float', doc: 'Estimated Jaccard similarity; 1 where kind is exact.' },
      source: { type: 'text', doc: 'Source of the record.' },
    },
  },
  record_measures: {
    weight: 'light',
    sort: ['component', 'record_no'],
    doc: 'What token_stats measures of each documented API and each trajectory beyond what their own tables hold: a link from a chart narrows a list by it, and nothing else reads it. Documents have all of it in their own table.',
    columns: {
      component: { type: 'text', doc: 'documentation or trajectories.' },
      record_no: { type: 'int', doc: 'api_no or trajectory_no of the record.' },
      tokens: { type: 'int', doc: 'Tokens of the record, as its own table has them.' },
      chars: { type: 'int', doc: 'Characters (UTF-16 code units) of all that is counted as tokens.' },
      bytes: { type: 'int', doc: 'The same in bytes of UTF-8.' },
      licence: {
        type: 'text',
        nullable: true,
        doc: 'SPDX expression of an API that states its own; null where its source’s licence holds.',
      },
      step_tokens: { type: 'int[]', nullable: true, doc: 'Tokens of each step, in order; null for an API.' },
    },
  },
  token_stats: {
    weight: 'light',
    sort: ['source', 'component', 'dimension', 'bucket', 'measure', 'statistic', 'lower'],
    doc: 'Pre-aggregated distributions per source, component and measure, as a whole and per value of some columns, so that charts cost the same at any size.',
    columns: {
      source: { type: 'text', doc: 'Source.' },
      component: { type: 'text', doc: 'documentation, trajectories, code or text.' },
      dimension: {
        type: 'text',
        doc: `Empty for all records of source and component; ${DIMENSIONS.join(', ')}: for those of one value of that column. The buckets of a dimension add up to the whole.`,
      },
      bucket: {
        type: 'text',
        doc: `Value of the dimension; empty for records that have none. The ${MAX_BUCKETS} values of most tokens have a bucket of their own, all others are in ${OTHER_BUCKET}.`,
      },
      measure: {
        type: 'text',
        doc: `What is measured, one value a record unless said otherwise: ${measuresDoc(() => true)}. Per dimension only ${measuresDoc(({ byDimension }) => byDimension, false)}.`,
      },
      statistic: { type: 'text', doc: 'count, sum, min, max, quantile or histogram.' },
      lower: {
        type: 'float',
        nullable: true,
        doc: 'histogram: lower edge (inclusive); quantile: the probability; else null. The edges are the same in every corpus (lib/stats/bins.ts).',
      },
      upper: { type: 'float', nullable: true, doc: 'histogram: upper edge (exclusive); else null.' },
      records: { type: 'float', nullable: true, doc: 'histogram: records (or steps) in the bin; else null.' },
      tokens: {
        type: 'float',
        nullable: true,
        doc: 'histogram: tokens of the records in the bin, whatever the measure; else null.',
      },
      value: { type: 'float', doc: 'The statistic; for a histogram bin, the sum of the measure over its records.' },
      error: {
        type: 'float',
        nullable: true,
        doc: 'quantile: 0 where it is exact, else what it is off by at most, in units of the measure; else null.',
      },
    },
  },
  rejects: {
    weight: 'light',
    sort: ['source', 'file', 'position'],
    doc: 'Input that could not be stored (severity rejected), or was stored with something to know (severity warning).',
    columns: {
      source: { type: 'text', doc: 'Source.' },
      file: { type: 'text', doc: 'Input file, relative to the import root.' },
      position: { type: 'text', doc: 'JSON pointer, line and column, or byte offset.' },
      severity: { type: 'text', doc: 'rejected or warning. Records in = records stored + records rejected.' },
      reason: { type: 'text', doc: 'Reason code, e.g. invalid-json.' },
      message: { type: 'text', doc: 'What happened, for people.' },
      raw: { type: 'text', nullable: true, doc: 'Raw text of the record, the first 65,536 characters.' },
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;
export type Columns<T extends TableName> = (typeof tables)[T]['columns'];
export type Row<T extends TableName> = RowOf<Columns<T>>;

export const tableNames = Object.keys(tables) as TableName[];
