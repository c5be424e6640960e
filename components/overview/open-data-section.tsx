'use client';

import { FolderOpen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { useShell } from '@/components/shell/shell-context';
import { Section } from './section';

const STEPS = [
  {
    title: 'Read your documents',
    command: 'npm run forge -- import ./my-apis --out my-corpus',
    note: 'OpenAPI 3 and Swagger 2, JSON or YAML, one file or a folder.',
  },
  {
    title: 'Prove that nothing was lost',
    command: 'npm run forge -- check my-corpus',
    note: 'Hashes, counts, references, and records in = stored + rejected.',
  },
  {
    title: 'Browse it here',
    command: 'npm run forge -- serve my-corpus',
    note: 'Or put the folder on any host that answers Range requests, and open it by URL.',
  },
] as const;

/** How to look at data of one's own. */
export function OpenDataSection() {
  const { open } = useShell();
  return (
    <Section
      title="Open your own data"
      note="A corpus is a folder of static files: corpus.json and Parquet tables."
      controls={
        <Button onClick={() => open('corpus')}>
          <FolderOpen aria-hidden /> Open by URL…
        </Button>
      }
    >
      <ol className="grid gap-x-8 gap-y-5 md:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step.command} className="min-w-0">
            <h3 className="font-medium">
              <span className="tabular mr-1.5 text-ink-3">{index + 1}</span>
              {step.title}
            </h3>
            <div className="mt-1.5 flex items-start gap-1 rounded-sm border border-line bg-sunken py-1 pr-1 pl-2.5">
              <code className="min-w-0 flex-1 py-1 font-mono text-xs break-words">{step.command}</code>
              <CopyButton text={step.command} label={`Copy command ${index + 1}`} iconOnly />
            </div>
            <p className="mt-1.5 text-xs text-ink-3">{step.note}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
