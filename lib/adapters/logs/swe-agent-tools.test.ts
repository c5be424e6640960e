import { describe, expect, it } from 'vitest';
import { detected, readAll, recordsOf } from '../chat/testing.ts';
import { sweAgentTools } from './swe-agent-tools.ts';

const BUNDLE = {
  tools: {
    find_file: {
      signature: 'find_file <name> [<dir>]',
      docstring: 'finds files',
      arguments: [
        { name: 'name', type: 'string', description: 'pattern', required: true },
        { name: 'dir', type: 'string', required: false },
      ],
    },
    submit: { signature: 'submit', docstring: 'ends the run' },
  },
  state_command: '_state',
};

describe('swe-agent-tools', () => {
  it('makes each command an API of its bundle', () => {
    const { apis } = readAll(sweAgentTools, ...recordsOf(BUNDLE));
    expect(apis.map(({ api }) => [api.api_id, api.kind, api.n_params, api.n_required])).toEqual([
      ['swe-agent/a/find_file', 'cli', 2, 1],
      ['swe-agent/a/submit', 'cli', 0, 0],
    ]);
    expect(apis[0]!.doc).toMatchObject({
      description: 'finds files\n\nUsage: find_file <name> [<dir>]',
      source_pointer: '/0/tools/find_file',
    });
    expect(apis[0]!.doc.params.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['name', 'string', true],
      ['dir', 'string', false],
    ]);
  });

  it('is recognised by its commands, and puts an empty bundle on record', () => {
    const empty = { tools: {}, state_command: '_state' };
    expect([BUNDLE, empty].map((value) => detected('yaml', value))).toEqual(Array(2).fill('swe-agent-tools'));
    expect(detected('yaml', { tools: {}, version: 1 })).toBeNull();
    expect(readAll(sweAgentTools, ...recordsOf(empty)).rejects).toMatchObject([{ reason: 'not-of-format' }]);
  });
});
