'use client';

import { FolderTree } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

/** Puts the APIs under their providers and tools. */
export function GroupToggle({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <Tooltip content="Group by provider and tool" side="bottom">
      <Button
        variant="ghost"
        aria-pressed={on}
        aria-label="Group by provider and tool"
        data-testid="group-toggle"
        onClick={() => onChange(!on)}
        className={on ? 'bg-accent-soft! text-accent!' : undefined}
      >
        <FolderTree aria-hidden /> <span className="max-xl:hidden">Group</span>
      </Button>
    </Tooltip>
  );
}
