'use client';

import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { checkAddress } from '@/components/shell/corpus-address';
import { WhereRead } from '@/components/shell/corpus-menu';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { TextField } from '@/components/ui/text-field';
import { useCorpora } from '@/lib/data';

export interface BesidePickerProps {
  /** Value of `with` in the URL. */
  readonly beside: string | null;
  /** Value of `corpus` in the URL. */
  readonly wanted: string | null;
  readonly onBeside: (beside: string | null) => void;
}

/** Chooses a second corpus, by name or by address. */
export function BesidePicker({ beside, wanted, onBeside }: BesidePickerProps) {
  const [open, setOpen] = useState(false);
  const choose = (name: string) => {
    setOpen(false);
    onBeside(name);
  };
  return (
    <span className="flex items-center gap-1">
      <Popover
        label="A corpus to compare with"
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button className="max-w-64">
            <span className="truncate">{beside === null ? 'Compare with a corpus…' : `Beside ${beside}`}</span>
          </Button>
        }
      >
        <WhereRead instead={<p className="text-ink-3">corpora.json could not be read: no list of corpora.</p>}>
          <Served wanted={wanted} onChoose={choose} />
        </WhereRead>
        <AddressForm onChoose={choose} />
      </Popover>
      {beside === null ? null : (
        <IconButton label="Remove the corpus beside" onClick={() => onBeside(null)}>
          <X aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

function Served({
  wanted,
  onChoose,
}: Pick<BesidePickerProps, 'wanted'> & { readonly onChoose: (name: string) => void }) {
  const others = useCorpora().filter(({ name }, index) => (wanted === null ? index > 0 : name !== wanted));
  if (others.length === 0) return <p className="text-xs text-ink-3">No other corpus is served here.</p>;
  return (
    <ul className="border-t border-line">
      {others.map(({ name, title }) => (
        <li key={name} className="border-b border-line">
          <button
            type="button"
            onClick={() => onChoose(name)}
            className="block w-full cursor-pointer px-1 py-1.5 text-left hover:bg-hover"
          >
            <span className="block truncate">{title}</span>
            <span className="block truncate font-mono text-2xs text-ink-3">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function AddressForm({ onChoose }: { readonly onChoose: (address: string) => void }) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkAddress(address, window.location.href);
    if ('problem' in checked) setProblem(checked.problem);
    else onChoose(checked.folder);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-3">
      <TextField
        label="Or by the address of its folder"
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
      />
      <Button type="submit" size="sm" className="mt-2">
        Compare
      </Button>
    </form>
  );
}
