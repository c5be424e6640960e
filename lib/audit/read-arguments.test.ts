import { describe, expect, it } from 'vitest';
import { auditOf, ofCall } from './testing.ts';

const ofProgram = (text: string) => auditOf(text, { syntax: 'python' });

describe('arguments', () => {
  it.each([
    ['{"port":"north"}', 'ok', ['port']],
    [' {"port":"north"}\n', 'ok', ['port']],
    ["{'port': 'north', 'days': None}", 'python', ['port', 'days']],
    ['{"port": "north",}', 'repaired', ['port']],
    ['{"port": "north"', 'repaired', ['port']],
    ['"{\\"port\\":\\"north\\"}"', 'repaired', ['port']],
    ['{"port": "two\nlines"}', 'repaired', ['port']],
    ['{"port": "nor', 'truncated', []],
    ['{"port": "north", "days": 1', 'truncated', []],
    ['{"port":', 'truncated', []],
    ['{"base": "USD", "symbols": "symbols": ["EUR", "GBP"]}', 'invalid', []],
    ['{"port": ${port from list}}', 'invalid', []],
    ['{"port": "say "hi" now"}', 'invalid', []],
    ['{"port" "north"}', 'invalid', []],
    ['{"path": "\\d"}', 'invalid', []],
    ['north', 'invalid', []],
    ['', 'none', []],
    [null, 'none', []],
    ['null', 'none', []],
    ['["north"]', 'ok', []],
  ])('%j is %s', (text, status, names) => {
    expect(auditOf(text)).toMatchObject({ arguments_status: status, argument_names: names });
    const isMalformed = ['repaired', 'truncated', 'invalid'].includes(status);
    expect(ofCall(text).includes('malformed-arguments')).toBe(isMalformed);
  });

  it.each([
    ["port='north', days=2", 'python', ['port', 'days']],
    ["'north'", 'python', []],
    ['days=2 * 3', 'python', []],
    ["port='nor", 'invalid', []],
  ])('%j of a Python call is %s', (text, status, names) => {
    expect(auditOf(text, { syntax: 'python' })).toMatchObject({ arguments_status: status, argument_names: names });
  });

  it('takes the words of a ReAct input for what they are', () => {
    expect(auditOf('the north port', { syntax: 'react' })).toMatchObject({ arguments_status: 'none', findings: [] });
  });

  it('reads what a program passes, and judges no positional argument and no expression', () => {
    expect(ofProgram('days=3')).toMatchObject({ arguments_status: 'python', argument_names: ['days'] });
    expect(ofProgram('days=3').findings).toMatchObject([{ code: 'missing-required', pointer: '/port' }]);
    expect(ofProgram("'north', days=3")).toMatchObject({ arguments_status: 'python', findings: [] });
    expect(ofProgram('days=3*2')).toMatchObject({ arguments_status: 'python', findings: [] });
  });

  it('says that broken arguments could be repaired, and judges the repair', () => {
    const [first, second] = auditOf('{"port": "east"').findings;
    expect(first!.message).toContain('could be repaired');
    expect(second).toMatchObject({ code: 'out-of-range', pointer: '/port' });
  });

  it('misses nothing where the end may be lost', () => {
    expect(ofCall('{"days": 3, }')).toEqual(['malformed-arguments', 'missing-required /port']);
    expect(ofCall('{"days": {}')).toEqual(['malformed-arguments', 'wrong-type /days']);
  });

  it('takes no text for no arguments, and a missing field for nothing known', () => {
    expect(ofCall('')).toEqual(['missing-required /port']);
    expect(ofCall(null)).toEqual([]);
  });
});
