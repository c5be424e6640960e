'use client';

import { useMemo, useState } from 'react';
import { CodeBlock } from '@/components/content/code-block';
import { JsonView } from '@/components/content/json-view';
import { parseJson } from '@/components/content/json';
import { SectionPanel } from '@/components/content/section-panel';
import { CopyButton, Select, TabPanel, Tabs } from '@/components/ui';
import { formatPlural } from '@/lib/format/numbers';
import { readExamples, type ExampleEntry } from './documents';

const MOST_TABS = 8;

/** Documented examples of requests and responses, one at a time. */
export function ExamplesPanel({ examples }: { readonly examples: string }) {
  const entries = useMemo(() => readExamples(examples), [examples]);
  const [chosen, setChosen] = useState('0');
  const note = entries.length > 1 ? formatPlural(entries.length, 'example') : null;
  if (entries.length === 0) {
    return (
      <SectionPanel id="examples" title="Examples">
        <p className="text-ink-3">The documentation gives no example.</p>
      </SectionPanel>
    );
  }
  const options = entries.map((entry, index) => ({ value: String(index), label: labelOf(entry, index) }));
  if (entries.length > MOST_TABS) {
    const picker = (
      <Select label="Example" value={chosen} onValueChange={setChosen} options={options} className="w-64" />
    );
    return (
      <SectionPanel id="examples" title="Examples" note={note} controls={picker}>
        <Example entry={entries[Number(chosen)] ?? entries[0]!} label={options[Number(chosen)]?.label ?? 'Example'} />
      </SectionPanel>
    );
  }
  return (
    <SectionPanel id="examples" title="Examples" note={note}>
      <Tabs label="Examples" value={chosen} onValueChange={setChosen} tabs={options}>
        {entries.map((entry, index) => (
          <TabPanel key={index} value={String(index)} className="pt-2">
            <Example entry={entry} label={labelOf(entry, index)} />
          </TabPanel>
        ))}
      </Tabs>
    </SectionPanel>
  );
}

function Example({ entry, label }: { readonly entry: ExampleEntry; readonly label: string }) {
  const words = useMemo(() => stringOf(entry.text), [entry.text]);
  return (
    <div className="min-w-0">
      {entry.mediaType === null ? null : (
        <p className="mb-1 font-mono text-xs text-ink-3">{entry.mediaType.slice(0, 200)}</p>
      )}
      {words === null ? (
        <JsonView key={label} text={entry.text} label={label} />
      ) : (
        <>
          <div className="mb-1 flex justify-end">
            <CopyButton text={words} label="Copy" />
          </div>
          <CodeBlock key={label} text={words} label={label} />
        </>
      )}
    </div>
  );
}

/** An example that is a string is shown as its text: XML or a CSV reads badly in quotes. */
function stringOf(json: string): string | null {
  const parsed = parseJson(json);
  return 'value' in parsed ? parsed.value.string : null;
}

const LONGEST_LABEL = 48;

function labelOf(entry: ExampleEntry, index: number): string {
  const parts = [entry.place, entry.status, entry.name].filter((part) => part !== null && part !== '');
  return parts.join(' ').slice(0, LONGEST_LABEL) || `Example ${index + 1}`;
}
