import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Ticked } from './ticked';

it.each([
  ['keys `id` and `apis`', 'keys <code>id</code> and <code>apis</code>'],
  ['`id` first', '<code>id</code> first'],
  ['no names', 'no names'],
  ['one ` alone', 'one ` alone'],
  ['`<img>`', '<code>&lt;img&gt;</code>'],
])('sets the names of %j as code', (text, html) => {
  expect(render(<Ticked text={text} />).container.innerHTML).toBe(html);
});
