import { describe, expect, it } from 'vitest';
import { EMPTY_STEP } from '../adapters/records.ts';
import type { Row } from '../corpus/index.ts';
import {
  callAsCode,
  callAsCurl,
  openAiRecord,
  trajectoryHtml,
  trajectoryMarkdown,
  writeTrajectory,
} from './index.ts';
import { EXPORT_FORMATS } from './formats.ts';
import type { Call, Step, Whole } from './whole.ts';

function call(no: number, tool_name: string, given: string | null, source_call_id: string | null = null): Call {
  return { call: no, source_call_id, tool_name, api_id: null, arguments: given, syntax: 'openai', derived: false };
}

function step(no: number, role: string, rest: Partial<Step> = {}): Step {
  return {
    ...EMPTY_STEP,
    trajectory_id: 'shop:1',
    step: no,
    role,
    attachments: [],
    findings: [],
    tokens: 5,
    parent_step: no === 0 ? null : no - 1,
    ...rest,
  } as Step;
}

const trajectory: Whole['trajectory'] = {
  trajectory_id: 'shop:1',
  source: 'shop',
  kind: 'dialogue',
  domain: null,
  task: 'Two things <b>at once</b>',
  model: 'm-1',
  outcome: 'success',
  reward: 1,
  format: 'openai-chat',
  parent_id: null,
  n_steps: 6,
  n_calls: 2,
  n_apis: 1,
  n_declared: 1,
  n_branches: 0,
  n_errors: 1,
  n_invalid: 1,
  problems: ['wrong-type'],
  tokens: 30,
  tokens_system: 5,
  tokens_user: 5,
  tokens_assistant: 5,
  tokens_reasoning: 0,
  tokens_calls: 5,
  tokens_observations: 10,
  source_record: 'shop.jsonl#line 1',
};

const TOOL = {
  name: 'find',
  description: 'Finds',
  dialect: 'json-schema',
  parameters: { type: 'object', properties: { q: { type: 'string' } } },
  returns: null,
  group: null,
  domain: null,
  api_id: null,
  raw: '{}',
};

const record: Row<'trajectory_records'> = {
  trajectory_id: 'shop:1',
  source_file: 'shop.jsonl',
  source_pointer: 'line 1',
  guessed: null,
  tools: JSON.stringify([TOOL]),
  gold: null,
  metadata: null,
  raw_format: 'json',
  raw: '{"x":"</pre><script>alert(1)</script>"}',
};

/** Two calls under one id, as sources have them, and an observation without a call. */
const whole: Whole = {
  trajectory,
  calls: [],
  record,
  steps: [
    step(0, 'system', { content: 'Be brief.' }),
    step(1, 'user', { content: 'Two things' }),
    step(2, 'assistant', {
      reasoning: 'Both.',
      calls: [call(0, 'find', '{"q":"a"}', 'same'), call(1, 'find', '{"q": 1}', 'same')],
      findings: [{ call: 1, code: 'wrong-type', pointer: '/q', message: 'A string is expected.' }],
    }),
    step(3, 'tool', { content: 'A', call_step: 2, call: 0, pairing: 'id' }),
    step(4, 'tool', { content: 'B ```` <i>', call_step: 2, call: 1, is_error: true }),
    step(5, 'tool', { content: 'nobody asked' }),
  ],
};

describe('OpenAI messages', () => {
  it('give each call an id of its own, and each answer that of its call', () => {
    const { messages, tools } = openAiRecord(whole);
    expect(messages[2]).toMatchObject({ role: 'assistant', content: null, reasoning_content: 'Both.' });
    expect(messages[2]!.tool_calls!.map(({ id }) => id)).toEqual(['call_2_0', 'call_2_1']);
    expect(messages.slice(3).map((message) => message.tool_call_id)).toEqual(['call_2_0', 'call_2_1', 'orphan-5']);
    expect(messages[2]!.tool_calls![1]!.function.arguments).toBe('{"q": 1}');
    expect(tools).toMatchObject([
      { function: { name: 'find', parameters: { properties: { q: { type: 'string' } } } } },
    ]);
  });

  it('keep ids of the source that are unique', () => {
    const own = { ...whole, steps: [step(0, 'assistant', { calls: [call(0, 'find', null, 'abc')] })] };
    expect(openAiRecord(own).messages[0]!.tool_calls![0]).toMatchObject({ id: 'abc', function: { arguments: '{}' } });
  });

  it('leave the tools out where the record has no list, and keep an empty list', () => {
    expect(openAiRecord({ ...whole, record: null })).not.toHaveProperty('tools');
    expect(openAiRecord({ ...whole, record: { ...record, tools: '[]' } }).tools).toEqual([]);
  });

  it('take the answer path of a tree', () => {
    const tree = {
      ...whole,
      trajectory: { ...trajectory, n_branches: 1 },
      steps: [
        step(0, 'user', { content: 'x' }),
        step(1, 'assistant', { content: 'no', on_answer_path: false }),
        step(2, 'assistant', { content: 'yes', parent_step: 0 }),
      ],
    };
    expect(openAiRecord(tree).messages.map(({ content }) => content)).toEqual(['x', 'yes']);
  });
});

const line = (format: (typeof EXPORT_FORMATS)[number]['id'], of: Whole = whole): Record<string, unknown> =>
  JSON.parse(writeTrajectory(format, of)) as Record<string, unknown>;

describe('arguments of other syntaxes', () => {
  it('become JSON where they can be read as such', () => {
    const python = { ...call(0, 'find', "q='a', n=2"), syntax: 'brackets' };
    const { messages } = openAiRecord({ ...whole, steps: [step(0, 'assistant', { calls: [python] })] });
    expect(messages[0]!.tool_calls![0]!.function.arguments).toBe('{"q":"a","n":2}');
  });
});

describe('other formats', () => {
  it('every format writes one line', () => {
    for (const { id } of EXPORT_FORMATS) expect(writeTrajectory(id, whole)).not.toContain('\n');
  });

  it('ShareGPT has calls as turns, several as a list, and system and tools apart', () => {
    const { conversations, system, tools } = line('sharegpt');
    expect(system).toBe('Be brief.');
    expect(JSON.parse(tools as string)).toMatchObject([{ name: 'find' }]);
    expect(conversations).toEqual([
      { from: 'human', value: 'Two things' },
      { from: 'gpt', value: '<think>\nBoth.\n</think>\n\n' },
      { from: 'function_call', value: '[{"name":"find","arguments":{"q":"a"}},{"name":"find","arguments":{"q":1}}]' },
      { from: 'observation', value: 'A' },
      { from: 'observation', value: 'B ```` <i>' },
      { from: 'observation', value: 'nobody asked' },
    ]);
  });

  it('ShareGPT does not repeat a call that stands in the text', () => {
    const derived = { ...call(0, 'find', '{}'), derived: true };
    const said = { ...whole, steps: [step(0, 'assistant', { content: 'Action: find', calls: [derived] })] };
    expect(line('sharegpt', said)['conversations']).toEqual([{ from: 'gpt', value: 'Action: find' }]);
  });

  it('ADP has actions with the reasoning at the first, and programs as code', () => {
    const shell = { ...call(0, 'bash', '{"command":"ls"}'), syntax: 'shell' };
    const { content, details } = line('adp', {
      ...whole,
      steps: [...whole.steps, step(6, 'assistant', { calls: [shell] })],
    });
    expect(content).toMatchObject([
      { class_: 'text_observation', source: 'user', name: 'system' },
      { class_: 'text_observation', source: 'user', name: null },
      { class_: 'api_action', function: 'find', kwargs: { q: 'a' }, description: 'Both.' },
      { class_: 'api_action', kwargs: { q: 1 }, description: null },
      { class_: 'text_observation', source: 'environment', content: 'A' },
      { class_: 'text_observation' },
      { class_: 'text_observation' },
      { class_: 'code_action', language: 'bash', content: 'ls' },
    ]);
    expect(details).toMatchObject({ model: 'm-1', reward: '1' });
  });

  it('ATIF has observations inside of the step that called, and the orphan on its own', () => {
    const { steps } = line('atif') as { steps: Record<string, unknown>[] };
    expect(steps.map(({ step_id, source }) => [step_id, source])).toEqual([
      [1, 'system'],
      [2, 'user'],
      [3, 'agent'],
      [4, 'agent'],
    ]);
    expect(steps[2]!['observation']).toEqual({
      results: [
        { source_call_id: 'call_2_0', content: 'A' },
        { source_call_id: 'call_2_1', content: 'B ```` <i>' },
      ],
    });
    expect(steps[3]!['observation']).toEqual({ results: [{ content: 'nobody asked' }] });
  });

  it('arguments that are no object are kept under _raw where a format wants one', () => {
    const odd = { ...whole, steps: [step(0, 'assistant', { calls: [call(0, 'find', '{"q": ')] })] };
    expect(line('adp', odd)['content']).toMatchObject([{ kwargs: { _raw: '{"q": ' } }]);
  });
});

describe('Markdown', () => {
  it('fences text by more ticks than it has, and names problems', () => {
    const text = trajectoryMarkdown(whole, { link: 'https://x.test/?id=1', only: null });
    expect(text).toContain('`````\nB ```` <i>\n`````');
    expect(text).toContain('- wrong-type: A string is expected.');
    expect(text).toContain('## Step 4: tool, answers step 2, error');
  });

  it('takes a range of steps', () => {
    expect(trajectoryMarkdown(whole, { link: null, only: [1] }).match(/^## /gm)).toHaveLength(1);
  });
});

describe('the HTML file', () => {
  it('escapes all text, runs and fetches nothing', () => {
    const html = trajectoryHtml(whole, { link: null, corpus: '"Shop" & co' });
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<i>');
    expect(html).toContain('&lt;/pre&gt;&lt;script&gt;');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html.match(/<article /g)).toHaveLength(6);
  });

  it('folds long text', () => {
    const long = { ...whole, record: null, steps: [step(0, 'tool', { content: 'y'.repeat(9_000) })] };
    expect(trajectoryHtml(long, { link: null, corpus: 'c' })).toContain('9,000 characters');
  });
});

describe('a call as code', () => {
  const target = {
    method: 'POST',
    path: '/pets/{id}/tags',
    base_url: 'https://pets.test/v1/',
    request_type: null,
    params: [
      { name: 'id', location: 'path', type: null, required: true, description: null, constraints: null, schema: null },
      {
        name: 'dry',
        location: 'query',
        type: null,
        required: false,
        description: null,
        constraints: null,
        schema: null,
      },
      {
        name: 'X-Who',
        location: 'header',
        type: null,
        required: false,
        description: null,
        constraints: null,
        schema: null,
      },
      {
        name: 'tag',
        location: 'body',
        type: null,
        required: false,
        description: null,
        constraints: null,
        schema: null,
      },
    ],
  };
  const given = {
    tool_name: 'tagPet',
    syntax: 'openai',
    arguments: JSON.stringify({ id: 'a/b', dry: true, 'X-Who': 'me', tag: "it's" }),
  };

  it('curl puts each argument where the API has it, quoted for a shell', () => {
    expect(callAsCurl(given, target)).toBe(
      [
        "curl -X POST 'https://pets.test/v1/pets/a%2Fb/tags?dry=true'",
        "-H 'X-Who: me'",
        "-H 'Content-Type: application/json'",
        String.raw`--data-raw '{"tag":"it'\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  it('an argument that is not listed goes into the query of a GET, the body as a whole stays whole', () => {
    expect(
      callAsCurl(
        { syntax: 'openai', arguments: '{"page":2,"ids":[1,2]}' },
        { ...target, method: 'GET', path: '/pets', base_url: null },
      ),
    ).toBe("curl -X GET 'https://example.invalid/pets?page=2&ids=1&ids=2'");
    expect(callAsCurl({ syntax: 'openai', arguments: '{"id":1,"body":[1]}' }, target)).toContain("--data-raw '[1]'");
  });

  it('Python and JavaScript call functions by name', () => {
    const prime = { syntax: 'openai', tool_name: 'math.is-prime', arguments: '{"n":7,"strict":true,"of":null}' };
    expect(callAsCode(prime, null, 'python')).toBe('math.is_prime(n=7, strict=True, of=None)');
    expect(callAsCode({ ...prime, arguments: '{"a b":1}' }, null, 'python')).toBe('math.is_prime(**{"a b": 1})');
    expect(callAsCode(prime, null, 'javascript')).toContain('await math.is_prime({');
    expect(callAsCode(given, target, 'python')).toContain(
      'requests.request(\n    "POST", "https://pets.test/v1/pets/a%2Fb/tags?dry=true"',
    );
    expect(callAsCode(given, target, 'javascript')).toContain('fetch("https://pets.test/v1/pets/a%2Fb/tags?dry=true"');
  });
});
