import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { ItemSource, TableColumn, TableItem, TableSort } from './types.ts';
import { VirtualTable } from './virtual-table.tsx';

interface Tool {
  readonly name: string;
  readonly size: number;
}

const columns: readonly TableColumn<Tool>[] = [
  {
    id: 'name',
    label: 'Name',
    help: 'Its name.',
    width: 100,
    sortable: true,
    render: (row) => <a href="/x">{row.name}</a>,
  },
  {
    id: 'size',
    label: 'Size',
    help: 'Bytes.',
    width: 80,
    sortable: true,
    firstSort: 'desc',
    render: (row) => row.size,
  },
];

/** 100,000 rows, of which the second is not loaded. */
function longList(): ItemSource<Tool> & { shown: number[][] } {
  const shown: number[][] = [];
  return {
    shown,
    count: 100_000,
    get: (index): TableItem<Tool> | undefined =>
      index === 1
        ? undefined
        : { kind: 'row', key: `k${index}`, depth: 0, row: { name: `tool ${index}`, size: index } },
    show: (from, to) => shown.push([from, to]),
  };
}

const handlers = { onSort: vi.fn<(sort: TableSort | null) => void>(), onOpen: vi.fn<(index: number) => void>() };

function Harness({ source }: { readonly source: ItemSource<Tool> }) {
  const [active, setActive] = useState(-1);
  return (
    <TooltipProvider>
      <VirtualTable
        label="Tools"
        noun="tools"
        keyAttribute="data-tool"
        columns={columns}
        visible={['name', 'size']}
        context={null}
        source={source}
        sort={{ column: 'name', direction: 'asc' }}
        active={active}
        onActive={setActive}
        listKey="a"
        {...handlers}
      />
    </TooltipProvider>
  );
}

beforeEach(() => {
  // happy-dom lays nothing out: the list is 280 px high.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(280);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  handlers.onSort.mockClear();
  handlers.onOpen.mockClear();
});

describe('VirtualTable', () => {
  it('puts the rows on screen into the document and says how many there are', () => {
    const source = longList();
    render(<Harness source={source} />);
    const grid = screen.getByRole('grid', { name: 'Tools' });
    expect(grid.getAttribute('aria-rowcount')).toBe('100001');
    const rows = within(grid).getAllByTestId('table-row');
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]!.getAttribute('aria-rowindex')).toBe('2');
    expect(rows[0]!.getAttribute('data-tool')).toBe('k0');
    expect(source.shown.at(-1)![0]).toBe(0);
  });

  it('keeps the place of a row that is not loaded', () => {
    render(<Harness source={longList()} />);
    const [blank] = screen.getAllByTestId('table-row-blank');
    expect(blank!.getAttribute('data-row-index')).toBe('1');
    expect(blank!.getAttribute('aria-busy')).toBe('true');
  });

  it('moves by keys, keeps the focus, and opens with Enter', () => {
    render(<Harness source={longList()} />);
    const grid = screen.getByRole('grid');
    grid.focus();
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'j' });
    const active = grid.querySelector('[aria-selected=true]')!;
    expect(active.getAttribute('data-row-index')).toBe('2');
    expect(grid.getAttribute('aria-activedescendant')).toBe(active.id);
    expect(document.activeElement).toBe(grid);
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(handlers.onOpen).toHaveBeenCalledWith(2);
  });

  it('takes the keys of the page while nothing has the focus', () => {
    render(<Harness source={longList()} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    expect(screen.getByRole('grid').querySelector('[aria-selected=true]')!.getAttribute('data-row-index')).toBe('0');
  });

  it('takes letters while a button has the focus, and none that are typed or mean something else', () => {
    render(
      <>
        <Harness source={longList()} />
        <button type="button">Toggle</button>
        <input aria-label="Search" />
        <div role="menu" tabIndex={-1} aria-label="Menu" />
      </>,
    );
    const grid = screen.getByRole('grid');
    const others = [screen.getByLabelText('Search'), screen.getByRole('menu'), screen.getByText('Toggle')] as const;
    fireEvent.keyDown(others[0], { key: 'j' });
    fireEvent.keyDown(others[1], { key: 'j' });
    fireEvent.keyDown(others[2], { key: 'ArrowDown' });
    expect(grid.querySelector('[aria-selected=true]')).toBeNull();
    fireEvent.keyDown(others[2], { key: 'j' });
    expect(grid.querySelector('[aria-selected=true]')!.getAttribute('data-row-index')).toBe('0');
  });

  it('opens by its link, and leaves a click with a modifier to the browser', () => {
    render(<Harness source={longList()} />);
    const link = screen.getByText('tool 3');
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
    expect(handlers.onOpen).not.toHaveBeenCalled();
    expect(fireEvent.click(link)).toBe(false);
    expect(handlers.onOpen).toHaveBeenCalledWith(3);
  });

  it('tells the sort of each column and asks for another', () => {
    const { container } = render(<Harness source={longList()} />);
    const [name, size] = within(container).getAllByRole('columnheader');
    expect(name!.getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(size!).getByRole('button'));
    expect(handlers.onSort).toHaveBeenLastCalledWith({ column: 'size', direction: 'desc' });
    fireEvent.click(within(name!).getByRole('button'));
    expect(handlers.onSort).toHaveBeenLastCalledWith({ column: 'name', direction: 'desc' });
  });
});
