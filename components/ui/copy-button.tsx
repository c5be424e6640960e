'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonVariant } from './button';
import { IconButton } from './icon-button';
import { toast } from './toast';

export interface CopyButtonProps {
  /** What is copied; a function where it is costly to make. */
  readonly text: string | (() => string | Promise<string>);
  /** What the button says: "Copy id". */
  readonly label: string;
  readonly size?: 'sm' | 'md';
  readonly variant?: ButtonVariant;
  /** Icon only, the label in a tooltip. */
  readonly iconOnly?: boolean;
}

/** Copies text, says so for two seconds, and says so too where the browser refuses. */
export function CopyButton({ text, label, size = 'sm', variant = 'ghost', iconOnly = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setCopied(true);
    } catch (cause) {
      toast.error('Nothing was copied', {
        description: cause instanceof Error ? cause.message : 'The browser refused.',
      });
    }
  };
  const icon = copied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />;
  const said = copied ? 'Copied' : label;
  if (iconOnly) {
    return (
      <IconButton label={said} size={size} variant={variant} onClick={() => void copy()}>
        {icon}
      </IconButton>
    );
  }
  return (
    <Button size={size} variant={variant} onClick={() => void copy()}>
      {icon} <span aria-live="polite">{said}</span>
    </Button>
  );
}
