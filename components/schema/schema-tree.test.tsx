import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui';
import { SchemaTree } from './schema-tree';
import type { LoadDefinition } from './use-definitions';

// Everything is near the window where nothing has a place.
beforeEach(() => void vi.stubGlobal('IntersectionObserver', undefined));
afterEach(cleanup);

const none: LoadDefinition = async () => null;

function show(schema: unknown, load: LoadDefinition = none) {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  return render(
    <TooltipProvider>
      <SchemaTree text={text} label="body" load={load} />
    </TooltipProvider>,
  );
}

const press = (row: HTMLElement, key: string) => {
  fireEvent.focus(row);
  fireEvent.keyDown(row, { key });
};

const rowOf = (name: string): HTMLElement => screen.getByText(name).closest<HTMLElement>('[role=treeitem]')!;

describe('SchemaTree', () => {
  it('shows properties with type, marks and constraints', async () => {
    show({
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer', format: 'int64', minimum: 1, description: 'The **number**.' },
        tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, deprecated: true },
      },
      additionalProperties: false,
    });
    expect(rowOf('id').textContent).toContain('required');
    expect(rowOf('id').textContent).toContain('minimum');
    await waitFor(() => expect(rowOf('id').querySelector('strong')?.textContent).toBe('number'), { timeout: 10_000 });
    expect(rowOf('tags').textContent).toMatch(/array<string>.*deprecated.*items enum.*"a".*"b"/s);
    expect(rowOf('body').textContent).toContain('not allowed');
  }, 15_000);

  it('opens a recursive schema level by level', () => {
    show({
      $ref: '#/$defs/Node',
      $defs: { Node: { type: 'object', properties: { child: { $ref: '#/$defs/Node' } } } },
    });
    expect(screen.getAllByText('child')).toHaveLength(1);
    expect(rowOf('child').textContent).toContain('↻ Node');
    press(rowOf('child'), 'ArrowRight');
    expect(screen.getAllByText('child')).toHaveLength(2);
    const last = screen.getAllByText('child')[1]!.closest<HTMLElement>('[role=treeitem]')!;
    press(last, 'ArrowRight');
    expect(screen.getAllByText('child')).toHaveLength(3);
  });

  it('does not follow references that only lead to each other', () => {
    show({ $ref: '#/$defs/A', $defs: { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' } } });
    expect(screen.getAllByRole('treeitem')).toHaveLength(1);
  });

  it('reads a definition of the corpus when it is opened, and keeps it open', async () => {
    const load = vi.fn<LoadDefinition>(async () => '{"type":"object","properties":{"name":{"type":"string"}}}');
    show({ type: 'object', properties: { owner: { $ref: '#/$defs/a~1b' } } }, load);
    expect(load).not.toHaveBeenCalled();
    press(rowOf('owner'), 'ArrowRight');
    await waitFor(() => screen.getByText('name'));
    expect(load.mock.calls).toEqual([['a/b']]);
    press(rowOf('owner'), 'ArrowLeft');
    expect(screen.queryByText('name')).toBeNull();
  });

  it('says that a definition is missing or could not be read, and reads it again', async () => {
    const load = vi.fn<LoadDefinition>().mockRejectedValueOnce(new Error('shard gone')).mockResolvedValueOnce(null);
    show({ $ref: '#/$defs/Gone' }, load);
    await waitFor(() => screen.getByText(/shard gone/));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => screen.getByText(/leads nowhere/));
  });

  it('takes names such as $ref, __proto__ and constructor for properties', () => {
    show(
      '{"type":"object","properties":{"$ref":{"type":"string"},"__proto__":{"type":"integer"},"constructor":{"type":"boolean"}}}',
    );
    for (const name of ['$ref', '__proto__', 'constructor']) expect(rowOf(name)).toBeTruthy();
  });

  it('shows combinations, tuples and booleans', () => {
    show({
      oneOf: [
        { type: 'string' },
        { type: 'object', allOf: [{ properties: { a: true } }], additionalProperties: { type: 'number' } },
      ],
    });
    expect(rowOf('body').textContent).toContain('one of 2');
    expect(screen.getByText('one of, 2/2')).toBeTruthy();
    expect(screen.getByText('any other name')).toBeTruthy();
    expect(screen.getByText('anything')).toBeTruthy();
  });

  it('holds only rows in view of a schema with thousands of properties', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`p${index}`, { type: 'string' }]),
    );
    show({ type: 'object', properties });
    expect(screen.queryAllByRole('treeitem').length).toBeLessThan(200);
  });

  it('runs no text of a schema', async () => {
    const { container } = show({
      description: '<img src=x onerror=window.hit=1>',
      properties: { '<script>window.hit=1</script>': { default: '<svg onload=1>', description: '[x](javascript:1)' } },
    });
    await waitFor(() => screen.getByText('[image: x]'));
    expect(container.querySelector('script, img, a')).toBeNull();
    expect(screen.getByText('<script>window.hit=1</script>')).toBeTruthy();
  });

  it('shows text that is no JSON as it stands', () => {
    show('{"type":');
    expect(screen.getByText(/It is shown as it stands/)).toBeTruthy();
  });
});
