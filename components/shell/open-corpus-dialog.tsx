'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { openCorpus } from '@/lib/data';
import { checkAddress } from './corpus-address';
import { useShell } from './shell-context';
import { useOpenCorpus } from './use-open-corpus';

/** Opens a corpus by the address of its folder, after its corpus.json has been read. */
export function OpenCorpusDialog() {
  const { dialog, close } = useShell();
  const { choose } = useOpenCorpus();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkAddress(address, window.location.href);
    if ('problem' in checked) {
      setProblem(checked.problem);
      return;
    }
    setBusy(true);
    try {
      await openCorpus(checked.folder);
      choose(checked.folder);
      close();
    } catch (cause) {
      setProblem(messageOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={dialog === 'corpus'}
      onOpenChange={close}
      title="Open a corpus by URL"
      description="The folder that holds corpus.json, on any host that allows requests from this site and answers Range requests."
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Address of the folder"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.org/corpora/mine/"
          value={address}
          error={problem}
          onChange={(event) => {
            setAddress(event.target.value);
            setProblem(null);
          }}
          hint="Files are read by this browser only. A link to the page keeps the address."
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" disabled={busy} aria-busy={busy}>
            {busy ? 'Reading corpus.json…' : 'Open'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'advice' in cause && typeof cause.advice === 'string' ? `${cause.message} ${cause.advice}` : cause.message;
}
