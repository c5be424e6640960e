import { describe, expect, it } from 'vitest';
import { llamaFactory } from './llama-factory.ts';
import { nemotron } from './nemotron.ts';
import { toolRl } from './toolrl.ts';
import { toucan } from './toucan.ts';
import { brief, detected, readAll, readOne, recordsOf } from './testing.ts';

const call = (q: string) => ({
  role: 'assistant',
  content: '',
  function_call: { name: 'web-search', arguments: `{"q": "${q}"}` },
});

describe('toolrl', () => {
  const INSTRUCTION =
    '**Available Tools**\n1. Name: Get Rate\nDescription: d\nParameters: {"of": {"description": "x", "type": "string", "default": ""}}\n\n**Steps**';
  const HISTORY =
    '**Dialogue Records History**\n<user> Rate of\n<b>? </user>\n\n<think> I call. </think>\n<tool_call>\n{"name": "Get Rate", "parameters": {}}\n</tool_call>\n<obs> [2] </obs>\n\n<think> So. </think>\n<response> 2 </response>\n\n<user> And now? </user>';
  const OUTPUT =
    '<think> The <tool_call> tag comes next. </think>\n<tool_call>\n{"name": "Get Rate", "parameters": {"of": "x"}}\n</tool_call>';

  it('takes the history apart, and finds calls after the thought', () => {
    const read = readOne(toolRl, { instruction: INSTRUCTION, input: HISTORY, output: OUTPUT });
    expect(read.tools).toMatchObject([{ name: 'Get Rate', dialect: 'fields' }]);
    expect(brief(read.steps).slice(1)).toEqual([
      ['user', 'Rate of\n<b>?'],
      [
        'assistant',
        '<think> I call. </think>\n<tool_call>\n{"name": "Get Rate", "parameters": {}}\n</tool_call>',
        'Get Rate {}',
      ],
      ['tool', '[2]', 'adjacent 2.0'],
      ['assistant', '<think> So. </think>\n<response> 2 </response>'],
      ['user', 'And now?'],
      ['assistant', OUTPUT, 'Get Rate {"of": "x"}'],
    ]);
  });

  it('keeps a history whole where it is not made of turns', () => {
    for (const input of ['Just a question', 'Before\n<user> x </user>', '<user> x </user> after']) {
      expect(readOne(toolRl, { instruction: INSTRUCTION, input, output: OUTPUT }).steps[1]).toMatchObject({
        role: 'user',
        content: input,
      });
    }
  });

  it('takes the expected answer of the other form for gold', () => {
    const record = {
      data_source: 'rlla',
      prompt: [
        { role: 'system', content: INSTRUCTION },
        { role: 'user', content: '**Dialogue Records History**\n<user> x </user>' },
      ],
      reward_model: { ground_truth: OUTPUT, style: 'rule' },
    };
    const read = readOne(toolRl, record);
    expect(read).toMatchObject({
      kind: 'gold',
      gold: [{ turn: null, name: 'Get Rate', arguments: '{"of": "x"}', accepted: null }],
      tools: [{ name: 'Get Rate' }],
    });
    expect(brief(read.steps).slice(1)).toEqual([['user', 'x']]);
    expect(detected('parquet', record)).toBe('toolrl');
    expect(readAll(toolRl, ...recordsOf({ prompt: [], reward_model: {} }, [])).rejects).toHaveLength(2);
  });

  it('is recognised', () => {
    expect(detected('json-list', { instruction: INSTRUCTION, input: HISTORY, output: OUTPUT })).toBe('toolrl');
  });
});

describe('toucan', () => {
  const tool = {
    type: 'function',
    function: { name: 'web-search', description: 'd', parameters: { type: 'object', properties: {} } },
  };
  const RECORD = {
    uuid: 'u-1',
    subset_name: 'single-turn',
    messages: JSON.stringify([
      { role: 'system', content: `<|im_system|>tool_declare<|im_middle|>${JSON.stringify([tool])}<|im_end|>` },
      { role: 'user', content: 'Search a and b' },
      call('a'),
      call('b'),
      { role: 'function', name: 'web-search', content: 'A' },
      { role: 'function', name: 'web-search', content: 'B' },
    ]),
    available_tools: JSON.stringify([tool]),
    metadata: '{"row_id": 1}',
  };

  it('reads columns of strings', () => {
    const read = readOne(toucan, RECORD);
    expect(read).toMatchObject({ record_id: 'u-1', tools: [{ name: 'web-search' }] });
    expect(JSON.parse(read.metadata!)).toMatchObject({ metadata: '{"row_id": 1}', subset_name: 'single-turn' });
  });

  it('pairs results of parallel calls that are messages one after another', () => {
    expect(brief(readOne(toucan, RECORD).steps).slice(2)).toEqual([
      ['assistant', '', 'web-search {"q": "a"}'],
      ['assistant', '', 'web-search {"q": "b"}'],
      ['tool', 'A', 'adjacent 2.0'],
      ['tool', 'B', 'adjacent 3.0'],
    ]);
  });

  it('finds tools in the prompt, and calls that are messages of their own role', () => {
    const messages = JSON.stringify([
      { role: 'system', content: `<|im_system|>tool_declare<|im_middle|>${JSON.stringify([tool])}<|im_end|>` },
      { role: 'tool_call', content: `{'name': 'web-search', 'arguments': '{"q": "a"}'}` },
      { role: 'tool_response', content: 'A' },
    ]);
    const read = readOne(toucan, { messages, question: 'x', target_tools: 'web-search' });
    expect(read.tools).toMatchObject([{ name: 'web-search' }]);
    expect(brief(read.steps).slice(1)).toEqual([
      ['assistant', null, 'web-search {"q": "a"}'],
      ['tool', 'A', 'adjacent 1.0'],
    ]);
  });

  it('is recognised', () => expect(detected('parquet', RECORD)).toBe('toucan'));
});

describe('nemotron', () => {
  const RECORD = {
    uuid: 'n-1',
    license: 'cc-by-4.0',
    generator: 'm-1',
    category: 'tool',
    reasoning: 'on',
    metadata: '{"tools": [{"name": "f", "parameters": {"type": "object", "properties": {}}}]}',
    messages: [
      { role: 'user', content: 'x', tool_calls: null },
      {
        role: 'assistant',
        content: '',
        reasoning_content: 'hm',
        tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }],
      },
    ],
  };

  it('reads reasoning, and tools of the metadata', () => {
    const read = readOne(nemotron, RECORD);
    expect(read).toMatchObject({ record_id: 'n-1', model: 'm-1', domain: 'tool', tools: [{ name: 'f' }] });
    expect(read.steps[1]).toMatchObject({ reasoning: 'hm', calls: [{ tool_name: 'f' }] });
    expect(JSON.parse(read.metadata!)).toMatchObject({ license: 'cc-by-4.0', reasoning: 'on' });
  });

  it('reads the older form of prompt and answer', () => {
    const { messages: _left, ...rest } = RECORD;
    const read = readOne(nemotron, { ...rest, input: [{ role: 'user', content: 'x' }], output: '<think>hm</think>y' });
    expect(brief(read.steps)).toEqual([
      ['user', 'x'],
      ['assistant', '<think>hm</think>y'],
    ]);
  });

  it('is recognised', () => expect(detected('parquet', RECORD)).toBe('nemotron'));
});

describe('llama-factory', () => {
  it('reads Alpaca with its history', () => {
    const record = { system: 's', instruction: 'Add', input: '1, 2', output: '3', history: [['Hi', 'Hello']] };
    expect(brief(readOne(llamaFactory, record).steps)).toEqual([
      ['system', 's'],
      ['user', 'Hi'],
      ['assistant', 'Hello'],
      ['user', 'Add\n1, 2'],
      ['assistant', '3'],
    ]);
    expect(detected('json-list', record)).toBe('llama-factory');
    expect(readOne(llamaFactory, { instruction: 'Add', input: '', output: '3' }).kind).toBe('single_turn');
  });

  it('keeps the rejected answer of a pair as a branch', () => {
    const record = {
      conversations: [{ from: 'human', value: 'x' }],
      chosen: { from: 'gpt', value: 'good' },
      rejected: { from: 'gpt', value: 'bad' },
    };
    const read = readOne(llamaFactory, record);
    expect(read).toMatchObject({ branches: true, kind: 'single_turn' });
    expect(read.steps.map((step) => [step.content, step.parent_step, step.on_answer_path])).toEqual([
      ['x', null, true],
      ['good', 0, true],
      ['bad', 0, false],
    ]);
    expect(detected('json-list', record)).toBe('llama-factory');
    expect(brief(readOne(llamaFactory, { instruction: 'x', chosen: 'good', rejected: 'bad' }).steps)).toHaveLength(3);
  });

  it('reads typed parts', () => {
    const written = '{"name": "f", "arguments": {"a": 1}}';
    const record = {
      messages: [
        { role: 'user', content: [{ type: 'text', value: 'x' }] },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', value: 'hm' },
            { type: 'tool_call', value: written },
            { type: 'tool_call', value: written },
          ],
          loss_weight: 0,
        },
        { role: 'tool', content: [{ type: 'text', value: '1' }] },
        { role: 'assistant', content: [{ type: 'tool_call', value: 'broken' }] },
      ],
      tools: '[]',
    };
    const read = readOne(llamaFactory, record);
    expect(read.tools).toEqual([]);
    expect(brief(read.steps)).toEqual([
      ['user', 'x'],
      ['assistant', null, 'f {"a": 1}', 'f {"a": 1}'],
      ['tool', '1', 'adjacent 1.0'],
      ['assistant', null],
    ]);
    expect(read.steps[1]).toMatchObject({ reasoning: 'hm', loss: false });
    expect(read.steps[3]!.parts).toContain('broken');
    expect(detected('jsonl', record)).toBe('llama-factory');
  });
});
