import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TooltipProvider } from '@/components/ui';
import { parseJson, pathOf, type JsonValue } from './json';
import { JsonView } from './json-view';

afterEach(cleanup);

const show = (text: string) =>
  render(
    <TooltipProvider>
      <JsonView text={text} label="Example" />
    </TooltipProvider>,
  );

function valueOf(text: string): JsonValue {
  const parsed = parseJson(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.value;
}

describe('parseJson', () => {
  it('keeps integers, repeated keys and names of prototypes as they are written', () => {
    const value = valueOf('{"n":12345678901234567890,"__proto__":{"x":1},"n":1.0,"constructor":2,"toString":3}');
    expect(value.members.map(({ key }) => key)).toEqual(['n', '__proto__', 'n', 'constructor', 'toString']);
    expect(value.members[0]?.value.text).toBe('12345678901234567890');
    expect(value.member('n')?.text).toBe('1.0');
    expect(value.member('hasOwnProperty')).toBeUndefined();
  });

  it('says what is wrong', () => {
    expect(parseJson('{"a":1,}')).toHaveProperty('problem');
    expect(parseJson('')).toHaveProperty('problem');
    expect(parseJson('{"a":1} trailing')).toHaveProperty('problem');
  });

  it('writes paths that can be pasted', () => {
    expect(pathOf(pathOf(pathOf('$', 'a'), 0), 'odd "name"')).toBe('$.a[0]["odd \\"name\\""]');
  });
});

describe('JsonView', () => {
  it('shows a tree that folds', () => {
    show('{"pets":[{"name":"Ada","id":9007199254740993}]}');
    expect(screen.getByText('9007199254740993')).toBeTruthy();
    const row = screen.getAllByRole('treeitem')[0]!;
    fireEvent.focus(row);
    fireEvent.keyDown(row, { key: 'ArrowLeft' });
    expect(screen.queryByText('9007199254740993')).toBeNull();
    expect(screen.getByText('[ 1 ]')).toBeTruthy();
  });

  it('folds by a click on a row, and not by one on a control within', () => {
    show('{"pets":[1,2]}');
    const row = screen.getAllByRole('treeitem')[0]!;
    fireEvent.click(row);
    expect(screen.getByText('[ 2 ]')).toBeTruthy();
    fireEvent.pointerEnter(row);
    fireEvent.click(screen.getByRole('button', { name: 'Copy path $.pets' }));
    expect(screen.getByText('[ 2 ]')).toBeTruthy();
  });

  it('folds long strings and says how long they are', () => {
    const { container } = show(JSON.stringify({ text: 'word '.repeat(10_000) }));
    expect(container.textContent.length).toBeLessThan(2_000);
    expect(screen.getByRole('button', { name: '50,000 characters' })).toBeTruthy();
  });

  it('survives values nested deeper than any stack', () => {
    show('['.repeat(50_000) + ']'.repeat(50_000));
    show(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`);
    expect(document.body.textContent).toContain('Nested too deeply');
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(100);
  });

  it('shows text that is no JSON as it stands, and runs none of it', () => {
    const { container } = show('<img src=x onerror=window.hit=1>');
    expect(container.textContent).toContain('<img src=x onerror=window.hit=1>');
    expect(container.querySelector('img')).toBeNull();
  });
});
