import { visibleText } from '@/components/content/visible-text';
import { formatCount } from '@/lib/format/numbers';
import type { Fact } from './schema-facts';

/** Constraints as a run of names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
      {facts.map(({ name, values, total }, index) => (
        <div key={`${name} ${index}`} className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
          <dt className="text-ink-3">{visibleText(name.slice(0, 80))}</dt>
          <dd className="flex min-w-0 flex-wrap gap-x-1 gap-y-0.5">
            {values.map((value, at) => (
              <code
                key={at}
                className="rounded-sm bg-sunken px-1 font-mono text-2xs leading-[1.125rem] text-ink-2 [overflow-wrap:anywhere]"
              >
                {visibleText(value)}
              </code>
            ))}
            {total > values.length ? (
              <span className="text-ink-3">and {formatCount(total - values.length)} more</span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
