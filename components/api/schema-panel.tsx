'use client';

import { Braces, ListTree } from 'lucide-react';
import { useState } from 'react';
import { CodeBlock } from '@/components/content/code-block';
import { indentJson } from '@/components/content/indent-json';
import { SectionPanel } from '@/components/content/section-panel';
import { SchemaTree } from '@/components/schema/schema-tree';
import type { LoadDefinition } from '@/components/schema/use-definitions';
import { CopyButton, Segmented } from '@/components/ui';

export interface SchemaPanelProps {
  readonly id: string;
  readonly title: string;
  /** Media type, or what else there is to say beside the title. */
  readonly note: string | null;
  /** JSON Schema as text; null where none is documented. */
  readonly schema: string | null;
  /** Root of the paths, e.g. `body`. */
  readonly label: string;
  /** Said where there is no schema. */
  readonly absent: string;
  readonly load: LoadDefinition;
}

type Mode = 'tree' | 'json';

/** A request or response schema, as a tree or as its JSON. */
export function SchemaPanel({ id, title, note, schema, label, absent, load }: SchemaPanelProps) {
  const [mode, setMode] = useState<Mode>('tree');
  return (
    <SectionPanel
      id={id}
      title={title}
      note={note}
      controls={
        schema === null ? null : (
          <>
            <Segmented
              label={`${title} as`}
              value={mode}
              onValueChange={setMode}
              options={[
                {
                  value: 'tree',
                  label: (
                    <>
                      <ListTree aria-hidden /> Tree
                    </>
                  ),
                },
                {
                  value: 'json',
                  label: (
                    <>
                      <Braces aria-hidden /> JSON
                    </>
                  ),
                },
              ]}
            />
            <CopyButton text={schema} label="Copy schema" iconOnly />
          </>
        )
      }
    >
      {schema === null ? <p className="text-ink-3">{absent}</p> : null}
      {schema !== null && mode === 'tree' ? <SchemaTree text={schema} label={label} load={load} /> : null}
      {schema !== null && mode === 'json' ? <CodeBlock text={indentJson(schema)} label={title} /> : null}
    </SectionPanel>
  );
}
