/** The records of trajectories and other tools of hard-cases.json: what must have become of each. */
import { holds, type HardCase } from './hard-case.ts';

/** Trajectories with their place in the source. */
const RECORDS = 'trajectories t JOIN trajectory_records r USING (trajectory_id)';

/** Every call with its arguments as they stand in the step, and what became of them. */
const CALLS = `(SELECT s.trajectory_id, s.step, s.call.call, s.call.tool_name, s.call.arguments, s.call.source_call_id, s.call.syntax,
    c.arguments_status, c.observation_step, c.api_id, c.problems, r.source_file, r.source_pointer
  FROM (SELECT trajectory_id, step, unnest(calls) AS call FROM steps) s
  JOIN calls c ON c.trajectory_id = s.trajectory_id AND c.step = s.step AND c.call = s.call.call
  JOIN trajectory_records r ON r.trajectory_id = s.trajectory_id)`;

/** Every step with the place of its trajectory. */
const STEPS = 'steps s JOIN trajectory_records r USING (trajectory_id)';

const toolAlpaca = [
  holds(
    'args-malformed-json',
    `SELECT count(*) = 4 AS verbatim, bool_and(arguments_status = 'invalid' AND list_contains(problems, 'malformed-arguments')) AS judged
     FROM ${CALLS} WHERE source_file LIKE '%eval_real.json' AND arguments LIKE '%"symbols": "symbols":%'`,
  ),
  holds(
    'args-template-placeholder',
    `SELECT count(*) >= 1 AS verbatim, bool_and(arguments_status = 'invalid') AS judged FROM ${CALLS}
     WHERE source_file LIKE '%eval_simulated.json' AND arguments LIKE '%\${animeId from searchAnime}%'`,
  ),
  holds(
    'dangling-ref',
    `SELECT count(*) FILTER (severity = 'warning') >= 1 AS told, count(*) FILTER (severity = 'rejected') = 0 AS kept,
       (SELECT count(*) FROM api_docs WHERE source_file LIKE '%eval_real.json' AND source_pointer LIKE '/2/%') > 0 AS stored
     FROM rejects WHERE reason = 'dangling-ref' AND file LIKE '%eval_real.json'`,
  ),
];

const toolBench = [
  holds(
    'branching-tree',
    `SELECT count(*) = 1 AS there, bool_and(t.kind = 'tree' AND t.n_branches >= 30) AS branches,
       bool_and((SELECT count(*) FROM steps s WHERE s.trajectory_id = t.trajectory_id AND NOT s.on_answer_path) > 0) AS off_path,
       bool_and((SELECT max(n) FROM (SELECT count(*) AS n FROM steps s WHERE s.trajectory_id = t.trajectory_id GROUP BY parent_step)) > 1) AS forks
     FROM ${RECORDS} WHERE r.source_file LIKE '%G3_answer/13_ChatGPT_DFS_woFilter_w2.json'`,
  ),
  holds(
    'no-train-messages',
    `SELECT count(*) = 1 AS there, bool_and(t.n_steps > 40 AND t.n_calls > 20) AS from_the_tree
     FROM ${RECORDS} WHERE r.source_file LIKE '%G3_answer/8_ChatGPT_DFS_woFilter_w2.json'`,
  ),
  holds(
    'undeclared-tool-call',
    `SELECT count(*) >= 1 AS kept, bool_and(api_id IS NULL AND list_contains(problems, 'undeclared-tool')) AS judged
     FROM ${CALLS} WHERE source_file LIKE '%G3_answer/21_ChatGPT_DFS_woFilter_w2.json' AND tool_name = 'dota_2_steam_web'`,
  ),
  holds(
    'python-repr-truncated',
    `SELECT count(*) FILTER (arguments_status = 'truncated') >= 1 AS told, bool_and(arguments IS NOT NULL) AS verbatim FROM ${CALLS}
     WHERE source_file LIKE '%gpt-3.5-turbo_CoT/G3_instruction.json' AND source_pointer = '/4983'`,
  ),
  holds(
    'duplicate-tool-name',
    `SELECT count(*) > count(DISTINCT tool->>'name') AS both_kept
     FROM (SELECT unnest(r.tools::JSON[]) AS tool FROM trajectory_records r
           WHERE r.source_file LIKE '%gpt-3.5-turbo_CoT/G3_instruction.json' AND r.source_pointer = '/6911')`,
  ),
];

const bfcl = [
  holds(
    'empty-tool-list',
    `SELECT count(*) = 1 AS there, bool_and(t.n_declared = 0 AND r.tools = '[]') AS empty_not_null
     FROM ${RECORDS} WHERE r.source_file LIKE '%BFCL_v4_live_irrelevance.json' AND r.source_pointer = 'line 121'`,
  ),
  holds(
    'control-char-prompt',
    `SELECT count(*) FILTER (r.source_pointer = 'line 738' AND s.content = chr(22)) = 1 AS control,
       count(*) FILTER (r.source_pointer = 'line 264' AND s.content = chr(27) || '[A' || chr(27) || '[B') = 1 AS arrows
     FROM ${STEPS} WHERE s.role = 'user' AND r.source_file LIKE '%BFCL_v4_live_irrelevance.json'`,
  ),
];

const adp = [
  holds(
    'ansi-osc-observation',
    `SELECT count(*) >= 1 AS verbatim FROM ${STEPS} WHERE r.source_file LIKE '%agenttuning_os/sample_raw.json'
       AND s.content LIKE '%' || chr(27) || ']%' AND s.content LIKE '%' || chr(13) || chr(10) || '%'`,
  ),
  holds(
    'huge-field',
    `SELECT count(*) >= 2 AS both, count(DISTINCT a.blob_id) = 1 AS stored_once, (SELECT count(*) FROM blobs WHERE length(content) = 488422) = 1 AS one_blob
     FROM (SELECT trajectory_id, unnest(attachments) AS a FROM steps) JOIN trajectory_records r USING (trajectory_id)
     JOIN blobs b ON b.blob_id = a.blob_id
     WHERE r.source_file LIKE '%openhands/sample_std.json' AND length(b.content) = 488422`,
  ),
  holds(
    'bare-array-record',
    `SELECT count(*) >= 1 AS stored, bool_and(t.trajectory_id LIKE 'adp:%') AS has_id
     FROM ${RECORDS} WHERE r.source_file LIKE '%screenagent/sample_raw.json' AND r.source_pointer = '/0'`,
  ),
];

const tauBench = [
  holds(
    'tool-call-id-reused',
    `SELECT count(*) >= 2 AS both_calls, count(DISTINCT observation_step) = count(*) AS each_has_its_own,
       bool_and(observation_step = step + 1) AS adjacent
     FROM ${CALLS} WHERE source_file LIKE '%gpt-4o-airline.json' AND source_pointer = '/0'
       AND source_call_id IN (SELECT source_call_id FROM ${CALLS} WHERE source_file LIKE '%gpt-4o-airline.json' AND source_pointer = '/0'
         GROUP BY source_call_id HAVING count(*) > 1)`,
  ),
];

const llamaFactory = [
  holds(
    'orphan-observation',
    `SELECT count(*) FILTER (r.source_pointer IN ('/197', '/293') AND s.role = 'tool' AND s.pairing = 'none' AND s.call_step IS NULL) >= 2 AS orphans,
       (SELECT count(*) FILTER (t.n_declared = 0) = 100 FROM ${RECORDS} WHERE r.source_file LIKE '%glaive_toolcall_zh_demo.json') AS empty_not_null
     FROM ${STEPS} WHERE r.source_file LIKE '%glaive_toolcall_zh_demo.json'`,
  ),
];

const others: Readonly<Record<string, readonly HardCase[]>> = {
  'toucan-mcp': [
    holds(
      'mcp-bad-names',
      `SELECT count(*) = 1 AS verbatim, (SELECT count(*) FILTER (schema_status = 'partial') > 100 FROM apis) AS partial
       FROM apis WHERE name = '长亭 IP 情报查询'`,
    ),
  ],
  toolrl: [
    holds(
      'tag-inside-thought',
      `SELECT count(*) >= 1 AS there, bool_or(coalesce(s.reasoning, s.content) LIKE '%<tool_call>%') AS thought_kept,
         bool_and(len(list_filter(s.calls, c -> c.tool_name LIKE '%<%' OR length(c.tool_name) > 64)) = 0) AS no_prose_as_call,
         sum(len(s.calls)) >= 1 AS called
       FROM ${STEPS} WHERE r.source_file LIKE '%rlla_sft.json' AND r.source_pointer = '/10' AND s.role = 'assistant'`,
    ),
  ],
  'gorilla-apibench': [
    holds(
      'type-drift',
      `SELECT count(*) > 900 AS all_there, (SELECT count(*) = 0 FROM rejects WHERE severity = 'rejected' AND file LIKE '%huggingface_api.jsonl') AS none_lost,
         count(*) FILTER (raw LIKE '%"api_arguments": {%' OR raw LIKE '%"api_arguments":{%') > 0 AS objects,
         count(*) FILTER (raw LIKE '%"api_arguments": [%' OR raw LIKE '%"api_arguments":[%') > 0 AS lists
       FROM api_docs WHERE source_file LIKE '%huggingface_api.jsonl'`,
    ),
  ],
  'api-bank': [
    holds(
      'empty-file',
      `SELECT count(*) = 1 AS told, bool_and(severity = 'warning' AND reason = 'empty-file') AS no_reject
       FROM rejects WHERE file LIKE '%SearchEngine-level-1-1.jsonl'`,
    ),
  ],
  'inspect-scout': [
    holds(
      'zip-log',
      `SELECT count(*) >= 1 AS unpacked, count(*) FILTER (t.n_steps > 0) = count(*) AS with_messages,
         (SELECT count(*) FILTER (s.content LIKE 'attachment://%') = 0 FROM ${STEPS} WHERE r.source_file LIKE '%theory-of-mind_bbB4eRCx2rFJLyPH42Cj9r.eval%') AS no_pointers
       FROM ${RECORDS} WHERE r.source_file LIKE '%theory-of-mind_bbB4eRCx2rFJLyPH42Cj9r.eval%'`,
    ),
  ],
};

/** By data set. */
export const TRAJECTORY_CASES: Readonly<Record<string, readonly HardCase[]>> = {
  toolalpaca: toolAlpaca,
  toolbench: toolBench,
  bfcl,
  adp,
  'tau-bench': tauBench,
  'llama-factory-demos': llamaFactory,
  ...others,
};
