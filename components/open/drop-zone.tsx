'use client';

import { FileUp, Link2 } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Button, TextField } from '@/components/ui';
import type { FileToOpen } from '@/lib/open/messages';
import { chosenFiles } from '@/lib/open/dropped-files';
import { KnownFormats } from './known-formats';

export interface DropZoneProps {
  readonly onFiles: (files: readonly FileToOpen[]) => void;
  readonly onAddress: (address: string) => void;
  /** Why nothing is shown, where the link names something. */
  readonly note: string | null;
}

/** Nothing is open yet: three ways to open something. */
export function DropZone({ onFiles, onAddress, note }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8">
      <h1 className="text-lg font-semibold">Open a raw file</h1>
      <p className="mt-1 max-w-[70ch] text-ink-2">
        Trajectories and tool documentation in any known format: JSON, JSON Lines, YAML, CSV, Parquet, ZIP, gzip, zstd.
        The format is recognised, calls are linked to the tools that are declared and judged against their schemas.
        Everything happens in this tab; nothing is uploaded.
      </p>
      {note === null ? null : (
        <p className="mt-3 border-l-2 border-l-warn bg-warn-soft px-3 py-2" data-testid="open-note">
          {note}
        </p>
      )}
      <div className="mt-5 grid gap-4 sm:grid-cols-[1fr_1fr]">
        <section
          aria-label="A file of yours"
          className="rounded-md border border-dashed border-line-strong bg-surface px-4 py-4"
        >
          <p className="font-medium">Drop files or a folder anywhere on the page</p>
          <p className="mt-1 text-xs text-ink-3">
            Several files are read together: questions with their answers, calls with their tools.
          </p>
          <Button variant="primary" className="mt-3" onClick={() => input.current?.click()}>
            <FileUp aria-hidden /> Choose files…
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            className="sr-only"
            tabIndex={-1}
            aria-label="Files to open"
            data-testid="file-input"
            onChange={(event) => {
              const files = chosenFiles(event.target.files);
              event.target.value = '';
              if (files.length > 0) onFiles(files);
            }}
          />
        </section>
        <AddressForm onAddress={onAddress} />
      </div>
      <KnownFormats />
    </div>
  );
}

function AddressForm({ onAddress }: Pick<DropZoneProps, 'onAddress'>) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
      return setProblem('An address begins with https:// or http://.');
    onAddress(text);
  };
  return (
    <form onSubmit={submit} noValidate className="rounded-md border border-line bg-surface px-4 py-4">
      <TextField
        label="Or a file by its address"
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://example.org/run.jsonl"
        value={typed}
        error={problem}
        hint="This browser fetches it. A link to the page keeps the address."
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
        }}
      />
      <Button type="submit" className="mt-2">
        <Link2 aria-hidden /> Fetch and open
      </Button>
    </form>
  );
}
