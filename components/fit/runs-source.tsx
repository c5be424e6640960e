'use client';

import { FileUp, FlaskConical, Link2 } from 'lucide-react';
import { useRef, useState, type DragEvent, type FormEvent } from 'react';
import { Button, TextField } from '@/components/ui';
import { exampleRuns } from './example-runs';

export interface RunsSourceProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
  readonly onAddresses: (addresses: readonly string[]) => void;
}

/** Nothing is loaded yet: four ways to bring a table of runs, and what one looks like. */
export function RunsSource({ onFiles, onText, onAddresses }: RunsSourceProps) {
  return (
    <div className="max-w-4xl" data-testid="fit-empty">
      <p className="max-w-[75ch] text-ink-2">
        Bring a table of runs: the weight of each domain in the training mixture, and what was measured afterwards. CSV,
        TSV, JSON, JSON Lines or Parquet; or two files, mixtures and losses, that share a column such as{' '}
        <code className="font-mono text-xs">index</code>. Everything happens in this tab; nothing is uploaded.
      </p>
      <div className="mt-5 grid gap-4 md:grid-cols-2">
        <FileChoice onFiles={onFiles} />
        <AddressForm onAddresses={onAddresses} />
        <PasteForm onText={onText} />
        <Example onText={onText} />
      </div>
    </div>
  );
}

const CARD = 'rounded-md border border-line bg-surface px-4 py-4';

function FileChoice({ onFiles }: Pick<RunsSourceProps, 'onFiles'>) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    // The button inside is the control; a drop is a shortcut to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="Files of yours"
      data-drops=""
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-md border border-dashed px-4 py-4 ${over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface'}`}
    >
      <p className="font-medium">Drop one file here, or two that belong together</p>
      <p className="mt-1 text-xs text-ink-3">Two files are joined by the column that names runs in both.</p>
      <Button variant="primary" className="mt-3" onClick={() => input.current?.click()}>
        <FileUp aria-hidden /> Choose files…
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="Files of runs"
        data-testid="runs-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}

function AddressForm({ onAddresses }: Pick<RunsSourceProps, 'onAddresses'>) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const addresses = typed.trim().split(/\s+/);
    if (addresses.length > 2 || !addresses.every((one) => /^https?:\/\//i.test(one) && URL.canParse(one)))
      return setProblem('One address, or two with a space between, that begin with https:// or http://.');
    onAddresses(addresses);
  };
  return (
    <form onSubmit={submit} noValidate className={CARD}>
      <TextField
        label="By address"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://example.org/runs.csv"
        value={typed}
        error={problem}
        hint="This browser fetches it. A link to the page keeps the address, and restores all of it."
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
        }}
      />
      <Button type="submit" className="mt-2">
        <Link2 aria-hidden /> Fetch
      </Button>
    </form>
  );
}

function PasteForm({ onText }: Pick<RunsSourceProps, 'onText'>) {
  const [text, setText] = useState('');
  return (
    <form
      className={CARD}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text);
      }}
    >
      <label htmlFor="pasted-runs" className="mb-1 block text-xs font-medium text-ink-2">
        Pasted
      </label>
      <textarea
        id="pasted-runs"
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="From a spreadsheet, a CSV or JSON Lines"
        className="w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 font-mono text-xs placeholder:text-ink-3"
      />
      <Button type="submit" className="mt-1" disabled={text.trim() === ''}>
        Read what was pasted
      </Button>
    </form>
  );
}

function Example({ onText }: Pick<RunsSourceProps, 'onText'>) {
  const text = exampleRuns();
  return (
    <section aria-label="An example" className={CARD}>
      <p className="text-xs font-medium text-ink-2">What a table looks like (invented numbers, nothing was trained)</p>
      <pre className="mt-1.5 overflow-x-auto rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-2xs leading-4">
        {text.split('\n').slice(0, 6).join('\n')}
        {'\n…'}
      </pre>
      <Button className="mt-2" onClick={() => onText(text)} data-testid="load-example">
        <FlaskConical aria-hidden /> Load these synthetic runs
      </Button>
    </section>
  );
}
