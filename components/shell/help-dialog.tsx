'use client';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { SHORTCUTS } from './shortcuts';
import { useShell } from './shell-context';
import { useModKey } from './use-mod-key';

/** Every key that does something. */
export function HelpDialog() {
  const { dialog, close } = useShell();
  const mod = useModKey();
  return (
    <Dialog
      open={dialog === 'help'}
      onOpenChange={close}
      title="Keyboard"
      description="Everything can be done with the keyboard; Tab and Shift-Tab move between controls."
    >
      <div className="grid gap-5">
        {SHORTCUTS.map(({ where, shortcuts }) => (
          <section key={where}>
            <h3 className="mb-1 text-xs font-medium text-ink-3">{where}</h3>
            <dl className="border-t border-line">
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className="flex min-h-7 items-center justify-between gap-4 border-b border-line">
                  <dt>{does}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key === 'mod' ? mod : key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
