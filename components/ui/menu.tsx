'use client';

import { Check } from 'lucide-react';
import * as RadixMenu from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';
import { cx } from './cx';

const row =
  'relative flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:pointer-events-none data-disabled:text-ink-3 ' +
  '[&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-3 pointer-coarse:min-h-9';

export interface MenuProps {
  /** The element that opens it: one that takes a ref, such as Button or IconButton. */
  readonly trigger: ReactNode;
  /** MenuItem, MenuCheckItem, MenuRadioGroup, MenuLabel, MenuSeparator. */
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string;
}

/** A menu of commands below its trigger, with arrow keys and type-ahead. */
export function Menu({ trigger, children, align = 'start', className }: MenuProps) {
  return (
    <RadixMenu.Root modal={false}>
      <RadixMenu.Trigger asChild>{trigger}</RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            'floating max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}

export interface MenuItemProps {
  readonly onSelect?: (event: Event) => void;
  readonly disabled?: boolean;
  /** Gives the look and role to the only child, a link. */
  readonly asChild?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ children, ...rest }: MenuItemProps) {
  return (
    <RadixMenu.Item className={row} {...rest}>
      {children}
    </RadixMenu.Item>
  );
}

export interface MenuCheckItemProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A choice that can be on or off; the menu stays open. */
export function MenuCheckItem({ children, disabled = false, ...rest }: MenuCheckItemProps) {
  return (
    <RadixMenu.CheckboxItem
      className={cx(row, 'pl-7')}
      disabled={disabled}
      onSelect={(event) => event.preventDefault()}
      {...rest}
    >
      <Indicator />
      {children}
    </RadixMenu.CheckboxItem>
  );
}

export interface MenuRadioGroupProps<V extends string> {
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
}

/** One choice of several. */
export function MenuRadioGroup<V extends string>({ value, onValueChange, options }: MenuRadioGroupProps<V>) {
  return (
    <RadixMenu.RadioGroup value={value} onValueChange={(next) => onValueChange(next as V)}>
      {options.map((option) => (
        <RadixMenu.RadioItem key={option.value} value={option.value} className={cx(row, 'pl-7')}>
          <Indicator />
          {option.label}
        </RadixMenu.RadioItem>
      ))}
    </RadixMenu.RadioGroup>
  );
}

function Indicator() {
  return (
    <RadixMenu.ItemIndicator className="absolute left-2">
      <Check className="text-accent!" aria-hidden />
    </RadixMenu.ItemIndicator>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <RadixMenu.Label className="px-2 pt-1.5 pb-1 text-2xs text-ink-3">{children}</RadixMenu.Label>;
}

export function MenuSeparator() {
  return <RadixMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
