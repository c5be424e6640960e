import { describe, expect, it } from 'vitest';
import { nexusRaven } from './nexusraven.ts';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';

const code = (source: string, printed?: string): object => ({
  cell_type: 'code',
  source: source.split(/(?<=\n)/),
  outputs:
    printed === undefined
      ? []
      : [
          { name: 'stderr', text: 'warming up' },
          { name: 'stdout', text: [printed] },
        ],
});
const TIDES = `def tides(place: str, day: int = 3, unit=None, *more, **named):
    """
    High water. Ask "Raven" for it.
    """
    return []`;
const PROMPT = `RAVEN_PROMPT = \\
'''
Function:
def tides(place):
    """
    High water.
    """

User Query: {query}<human_end>
'''`;

const notebook = (...cells: readonly object[]): string => JSON.stringify({ nbformat: 4, cells }, null, 1);
const read = (text: string) => readRecords(nexusRaven, jsonRecords(text), { path: 'notebooks/How-To.ipynb' });
const detected = (text: string) => nexusRaven.detect(sampleOf(jsonRecords(text)))?.confidence ?? null;

describe('NexusRaven', () => {
  it('takes functions with docstrings for APIs, their signature for the schema', () => {
    const text = notebook(
      { cell_type: 'markdown', source: [TIDES] },
      code(`!pip install raven\n${TIDES}\n\ndef helper(x):\n    return x`),
    );
    const { apis, trajectories, rejects } = read(text);
    expect([trajectories, rejects]).toEqual([[], []]);
    expect(apis).toHaveLength(1);
    const [{ api, doc }] = apis as [(typeof apis)[0]];
    expect(api).toMatchObject({ api_id: 'nexusraven/How-To/tides', kind: 'function', n_params: 3, n_required: 1 });
    expect(doc).toMatchObject({ raw: TIDES, raw_format: 'text', source_pointer: '/cells/1/source' });
    expect(doc.params.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['place', 'string', true],
      ['day', 'integer', false],
      ['unit', null, false],
    ]);
    expect(doc.description).toContain('High water. Ask "Raven" for it.');
  });

  it('warns of a function that is defined again in the same words', () => {
    const { apis, rejects } = read(notebook(code(TIDES), code(TIDES), code(TIDES.replace('3', '4'))));
    expect(apis).toHaveLength(2);
    expect(rejects).toMatchObject([{ severity: 'warning', reason: 'duplicate-id', position: '/cells/1/source' }]);
  });

  it('takes printed calls for the answer to the question that was asked last', () => {
    const printed = "Raven's Call: tides(place=nearest(of='Hull')); lights(); \nThought: because.\n";
    const text = notebook(
      code(PROMPT),
      code('QUESTION = "When is high water?"'),
      code('print(query_raven())', printed),
      code('1', 'Done.\n'),
    );
    const { trajectories, rejects } = read(text);
    expect(rejects).toEqual([]);
    expect(trajectories).toHaveLength(1);
    expect(trajectories[0]).toMatchObject({
      record_id: 'How-To/2',
      kind: 'single_turn',
      source_pointer: '/cells/2',
      tools: [{ name: 'tides' }],
      steps: [
        { role: 'user', content: 'When is high water?' },
        { role: 'assistant', content: printed },
      ],
    });
    expect(trajectories[0]!.steps[1]!.calls.map((call) => [call.tool_name, call.arguments, call.derived])).toEqual([
      ['tides', "place=nearest(of='Hull')", true],
      ['lights', '', true],
    ]);
    expect(text).toContain(trajectories[0]!.raw);
  });

  it('takes the question that stands in the prompt itself, and none where there is none', () => {
    const inside = PROMPT.replace('{query}', 'When?');
    expect(read(notebook(code(inside, 'tides()\n'))).trajectories[0]!.steps[0]!.content).toBe('When?');
    expect(read(notebook(code(PROMPT, 'tides()\n'))).trajectories).toEqual([]);
  });

  it('is recognised by its functions, and by its name', () => {
    expect(detected(notebook(code(TIDES)))).toBe(0.95);
    expect(detected(notebook(code(TIDES.replace('Raven', 'me'))))).toBe(0.5);
    expect(detected(notebook(code('x = 1')))).toBeNull();
    expect(detected(JSON.stringify({ cells: [code(TIDES)] }))).toBeNull();
  });

  it('rejects a notebook that has nothing of this', () => {
    expect(read(notebook(code('x = 1'))).rejects).toMatchObject([{ severity: 'rejected', reason: 'not-of-format' }]);
    expect(read('[]').rejects).toHaveLength(1);
  });
});
