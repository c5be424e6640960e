import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../adapter.ts';
import { apiBank } from './api-bank.ts';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';

const CALL =
  '{"role": "API", "api_name": "Tides", "param_dict": {"place":  "Hull"}, "result": {"api_name": "Tides", "input": {}, "output": ["9:00"], "exception": null}}';
const lines = (...texts: readonly string[]): SourceRecord[] =>
  texts.map((raw, at) => ({ position: `line ${at + 1}`, value: JSON.parse(raw), raw }));

describe('API-Bank dialogues', () => {
  const turns = ['{"role": "User", "text": "When is high water? "}', CALL, '{"role": "AI", "text": "At nine."}'];

  it('are one trajectory a file; a line of API is a call and its observation', () => {
    const { trajectories, rejects } = readRecords(apiBank, lines(...turns), { path: 'lv1/Tides-level-1-1.jsonl' });
    expect(rejects).toEqual([]);
    expect(trajectories).toHaveLength(1);
    const [{ steps, raw, record_id, kind, source_pointer }] = trajectories as [(typeof trajectories)[0]];
    expect({ raw, record_id, kind, source_pointer }).toEqual({
      raw: turns.join('\n'),
      record_id: 'lv1/Tides-level-1-1',
      kind: 'dialogue',
      source_pointer: '',
    });
    expect(steps).toMatchObject([
      { role: 'user', content: 'When is high water? ' },
      { role: 'assistant', content: null, calls: [{ tool_name: 'Tides', arguments: '{"place":  "Hull"}' }] },
      { role: 'tool', call_step: 1, call: 0, pairing: 'inline', is_error: false },
      { role: 'assistant', content: 'At nine.' },
    ]);
    expect(CALL).toContain(`"result": ${steps[2]!.content}`);
  });

  it('know an exception for an error, and a call without a result', () => {
    const failed = CALL.replace('"exception": null', '"exception": "No such place."');
    const unanswered = '{"role": "API", "api_name": "Tides"}';
    const { steps } = readRecords(apiBank, lines(failed, unanswered)).trajectories[0]!;
    expect(steps.map(({ role, is_error }) => [role, is_error])).toEqual([
      ['assistant', false],
      ['tool', true],
      ['assistant', false],
    ]);
    expect(steps[2]!.calls[0]!.arguments).toBeNull();
  });

  it('are none where the file is empty', () => {
    expect(readRecords(apiBank, [])).toEqual({
      apis: [],
      definitions: [],
      trajectories: [],
      documents: [],
      rejects: [],
    });
  });

  it('reject a line that is no turn, and keep the others', () => {
    const { trajectories, rejects } = readRecords(apiBank, lines(turns[0]!, '{"role": "Judge", "text": "x"}'));
    expect(trajectories[0]!.steps).toHaveLength(1);
    expect(rejects).toMatchObject([{ severity: 'rejected', reason: 'not-of-format', position: 'line 2' }]);
  });

  it.each([
    [turns, 0.97],
    [[turns[0]!], 0.85],
    [['{"role": "user", "text": "x"}'], null],
    [[turns[0]!, '{"role": "API", "text": "x"}'], null],
  ])('are recognised by their roles: %j', (texts, confidence) => {
    expect(apiBank.detect(sampleOf(lines(...texts), 'a.jsonl', 'jsonl'))?.confidence ?? null).toBe(confidence);
  });
});

const row = (api_info: string, input_parameters?: string): SourceRecord => {
  const names = { 应用场景: '航海', API名称: '潮汐', 路径: 'apis/tides.py', 类名: 'Tides' };
  const value = { id: '1', ...names, input_parameters, api_info };
  return { position: 'row 1', value, raw: JSON.stringify(value) };
};
const SIGNATURE = '(token: str, place: str)';

describe('API-Bank documentation', () => {
  const SOURCE = `description = "High water's time."
input_parameters = {
    'place': {'type': 'str', 'description': 'The harbour.'},
}
output_parameters = {'at': {'type': 'str', 'description': ''}}`;

  it('is read out of Python source, under Chinese headers', () => {
    const { apis, rejects } = readRecords(apiBank, [row(SOURCE)]);
    expect(rejects).toEqual([]);
    expect(apis[0]!.api).toMatchObject({
      api_id: 'api-bank/apis/Tides',
      kind: 'function',
      domain: '航海',
      n_params: 1,
      n_required: 1,
      schema_status: 'full',
    });
    expect(apis[0]!.doc).toMatchObject({ description: "High water's time.", title: '潮汐', raw: row(SOURCE).raw });
    expect(JSON.parse(apis[0]!.doc.response_schema!)).toMatchObject({ properties: { at: { type: 'string' } } });
  });

  it('adds arguments that only the signature has, and takes it where the source says nothing', () => {
    const { apis } = readRecords(apiBank, [row(SOURCE, SIGNATURE), row('.', SIGNATURE)]);
    expect(apis.map(({ doc }) => doc.params.map(({ name, type, description }) => [name, type, description]))).toEqual([
      [
        ['token', 'string', null],
        ['place', 'string', 'The harbour.'],
      ],
      [
        ['token', 'string', null],
        ['place', 'string', null],
      ],
    ]);
  });

  it('keeps source that is no literal as words', () => {
    const { apis } = readRecords(apiBank, [row('input_parameters = arguments_of(Tides)')]);
    expect(apis[0]!.api).toMatchObject({ n_params: 0, schema_status: 'prose' });
    expect(apis[0]!.doc.description).toBe('input_parameters = arguments_of(Tides)');
  });

  it('shows the exceptions that stand in a file beside it', () => {
    const companions = { 'data/exceptions.json': jsonRecords('{"Tides": ["No such place."]}') };
    const { apis } = readRecords(apiBank, [row(SOURCE)], { path: 'data/all_apis.csv', companions });
    expect(apiBank.companions!('data/all_apis.csv')).toEqual([{ path: 'data/exceptions.json', consumed: true }]);
    expect(JSON.parse(apis[0]!.doc.examples)).toMatchObject([{ name: 'exception', value: 'No such place.' }]);
  });
});

describe('API-Bank scenes', () => {
  const text = `Scene: Sailing

First Utterence: Help me sail.

Key Info:

- Harbour: Hull

- GT API Call:
Tides(place="Hull", day=3): for the tide
Berth(token=a1b2, at="9:00")
and so on`;
  const record = { position: '', value: text, raw: text };

  it('are what is asked, and the calls that are expected one after another', () => {
    const { trajectories } = readRecords(apiBank, [record], { container: 'text', path: 'lv3/Sailing.txt' });
    expect(trajectories[0]).toMatchObject({
      kind: 'gold',
      domain: 'Sailing',
      record_id: 'lv3/Sailing',
      steps: [
        { role: 'user', content: 'Help me sail.' },
        { role: 'assistant', calls: [{ tool_name: 'Tides', arguments: '{"place":"Hull","day":3}' }] },
        { role: 'assistant', calls: [{ tool_name: 'Berth' }] },
      ],
      metadata: '{"key_info":"- Harbour: Hull"}',
      raw: text,
    });
    expect(trajectories[0]!.gold?.map(({ name, arguments: given }) => [name, given])).toEqual([
      ['Tides', '{"place":"Hull","day":3}'],
      ['Berth', 'token=a1b2, at="9:00"'],
    ]);
  });

  it('are recognised by how they begin', () => {
    expect(apiBank.detect(sampleOf([record], 'a.txt', 'text'))?.confidence).toBe(0.95);
    expect(apiBank.detect(sampleOf([{ ...record, value: 'Scene: none' }], 'a.txt', 'text'))).toBeNull();
  });
});
