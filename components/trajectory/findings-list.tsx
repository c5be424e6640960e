import { TriangleAlert } from 'lucide-react';
import { visibleText } from '@/components/content/visible-text';
import { cx } from '@/components/ui';
import { PROBLEMS } from '@/lib/audit/problems';
import type { Finding } from './types';

/** @returns what a problem code means; null for one that this version does not know */
export function meaningOf(code: string): string | null {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : null;
}

export interface FindingsListProps {
  readonly findings: readonly Finding[];
  /** Says what each code means, beside what was found. */
  readonly withMeaning?: boolean;
}

/** What the audit found, each with its code. */
export function FindingsList({ findings, withMeaning = false }: FindingsListProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="space-y-1" data-testid="findings">
      {findings.map((finding, index) => (
        <li key={index} className="flex min-w-0 gap-1.5 text-xs">
          <TriangleAlert className="mt-0.5 size-3 shrink-0 text-warn" aria-hidden />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-medium text-warn" title={meaningOf(finding.code) ?? undefined}>
              {visibleText(finding.code.slice(0, 80))}
            </span>{' '}
            <span className={cx(withMeaning && 'text-ink')}>{visibleText(finding.message.slice(0, 600))}</span>
            {withMeaning && meaningOf(finding.code) !== null ? (
              <span className="block text-ink-3">{meaningOf(finding.code)}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
