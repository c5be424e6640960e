'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from '@/components/ui/button';
import { Menu, MenuRadioGroup } from '@/components/ui/menu';

export const THEMES = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const;

/** Light, dark, or as the system. The icon follows the page by CSS, so that it is right before scripts run. */
export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" aria-label="Theme" className="w-7 px-0! pointer-coarse:w-9">
          <Sun className="dark:hidden" aria-hidden />
          <Moon className="hidden dark:block" aria-hidden />
        </Button>
      }
    >
      <MenuRadioGroup value={theme ?? 'system'} onValueChange={setTheme} options={THEMES} />
    </Menu>
  );
}
