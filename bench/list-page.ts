/** How long a list takes from a keystroke or click to rows, seen from inside the page. */
import type { Page } from 'playwright';

/** What tells one list of the app from another. */
export interface ListPage {
  /** Attribute of its rows that holds their id. */
  readonly rowId: string;
  /** Test id of its search field. */
  readonly search: string;
  /** What people type, letter by letter. */
  readonly searches: readonly string[];
}

/** Installed in the page: acts, and returns the milliseconds until the table shows fresh rows. */
async function install(page: Page, { rowId, search }: ListPage): Promise<void> {
  await page.evaluate(
    ([id, field]) => {
      const settled = () => {
        const table = document.querySelector('[data-testid="table"]');
        const none = document.querySelector('[data-testid="no-match"]') !== null;
        const rows = document.querySelector(`[${id}]`) !== null && document.querySelector('[data-blank]') === null;
        return none || (table !== null && !table.hasAttribute('data-stale') && rows);
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      Object.assign(window, {
        async settle(act: () => void) {
          const start = performance.now();
          act();
          do {
            await frame();
            if (performance.now() - start > 60_000) throw new Error('the list shows no fresh rows after a minute');
          } while (!settled());
          return performance.now() - start;
        },
        type(text: string) {
          const input = document.querySelector<HTMLInputElement>(`[data-testid="${field}"]`);
          if (input === null) throw new Error('no search field');
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
      });
    },
    [rowId, search] as const,
  );
}

interface Hooks {
  settle(act: () => void): Promise<number>;
  type(text: string): void;
}

/** @returns milliseconds per keystroke, over all searches */
export async function measureKeystrokes(page: Page, list: ListPage): Promise<number[]> {
  await install(page, list);
  const times: number[] = [];
  for (const search of list.searches) {
    for (let end = 1; end <= search.length; end++) {
      times.push(
        await page.evaluate(
          (text) => {
            const { settle, type } = window as unknown as Hooks;
            return settle(() => type(text));
          },
          search.slice(0, end),
        ),
      );
      // A fast typist: about eight keystrokes a second.
      await page.waitForTimeout(120);
    }
    await page.evaluate(() => (window as unknown as Hooks).settle(() => (window as unknown as Hooks).type('')));
    await page.waitForTimeout(300);
  }
  return times;
}

/** @returns milliseconds per click on each sortable column's header, twice each */
export async function measureSorts(page: Page, list: ListPage): Promise<number[]> {
  await install(page, list);
  const times: number[] = [];
  const columns = await page
    .locator('[data-column]')
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-column') ?? ''));
  for (const column of columns) {
    for (let click = 0; click < 2; click++) {
      times.push(
        await page.evaluate((id) => {
          const button = document.querySelector<HTMLButtonElement>(`[data-column="${id}"] button:not([disabled])`);
          return (window as unknown as Hooks).settle(() => button?.click());
        }, column),
      );
      await page.waitForTimeout(200);
    }
  }
  return times;
}

/** @returns milliseconds per click on a facet value, until the rows are fresh and until all counts are */
export async function measureFacets(
  page: Page,
  list: ListPage,
): Promise<{ readonly rows: number; readonly counts: number }[]> {
  await install(page, list);
  const times: { rows: number; counts: number }[] = [];
  const facets = await page
    .locator('[data-facet]')
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-facet') ?? ''));
  for (const facet of facets) {
    for (let click = 0; click < 4; click++) {
      times.push(
        await page.evaluate(
          async ([id, value]) => {
            const start = performance.now();
            const boxes = document.querySelectorAll<HTMLElement>(`[data-facet="${id}"] [role="checkbox"]`);
            const box = boxes[Math.min(Number(value), boxes.length - 1)];
            const rows = await (window as unknown as Hooks).settle(() => box?.click());
            const stale = '[data-testid="facets"][data-stale], [data-testid="facets"] [data-stale]';
            while (document.querySelector(stale) !== null) await new Promise((done) => requestAnimationFrame(done));
            return { rows, counts: performance.now() - start };
          },
          // On, another on, and both off again: the chosen come first, so that the first two are the ones to take off.
          [facet, String(click === 1 ? 1 : 0)] as const,
        ),
      );
      await page.waitForTimeout(300);
    }
  }
  return times;
}

/** @returns the longest time, in milliseconds, that a row in sight stayed blank while the list scrolled through */
export async function measureScroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const table = document.querySelector<HTMLElement>('[data-testid="table"]');
    if (table === null) throw new Error('no table');
    const since = new Map<string, number>();
    let longest = 0;
    const start = performance.now();
    // Ten rows a frame for three seconds, with a jump now and then: faster than any wheel.
    for (let step = 0; performance.now() - start < 3000; step++) {
      table.scrollTop = step % 60 === 59 ? Math.random() * table.scrollHeight : table.scrollTop + 300;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      const box = table.getBoundingClientRect();
      const blank = new Set<string>();
      for (const row of table.querySelectorAll<HTMLElement>('[data-blank]')) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom > box.top && top < box.bottom) blank.add(row.dataset['rowIndex'] ?? '');
      }
      for (const index of blank) if (!since.has(index)) since.set(index, now);
      for (const [index, from] of since) {
        longest = Math.max(longest, now - from);
        if (!blank.has(index)) since.delete(index);
      }
    }
    return longest;
  });
}
