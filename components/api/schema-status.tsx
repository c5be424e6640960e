import { Badge, type Tone } from '@/components/ui';

/** What each value of apis.schema_status means to a reader (lib/corpus/tables.ts declares it). */
const meanings: Readonly<Record<string, { readonly tone: Tone; readonly text: string }>> = {
  full: { tone: 'good', text: 'every parameter has a type, and body and success response a schema where they exist' },
  partial: { tone: 'warn', text: 'some of the call is described by a schema' },
  prose: { tone: 'neutral', text: 'the call is described in words only' },
  none: { tone: 'neutral', text: 'nothing describes the call' },
};

/** How much of a call a schema describes, and what that means. */
export function SchemaStatus({ status }: { readonly status: string }) {
  const meaning = meanings[status];
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      <Badge tone={meaning?.tone ?? 'neutral'}>{status}</Badge>
      <span className="text-xs text-ink-3">{meaning?.text}</span>
    </span>
  );
}
