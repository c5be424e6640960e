'use client';

import { Check, ChevronDown, ChevronLeft, ChevronRight, GitBranch, UserRound } from 'lucide-react';
import { visibleText } from '@/components/content/visible-text';
import { Badge, cx, IconButton } from '@/components/ui';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import type { BranchRow } from './inspector-rows';
import { useShared } from './shared';
import { isFoldable, type StepTree } from './step-tree';

export interface BranchRowViewProps {
  readonly row: BranchRow;
  readonly tree: StepTree;
}

/** Where a branch or an agent begins: which of how many, how long it is, and the way to its siblings. */
export function BranchRowView({ row: { chain, depth, folded, step }, tree }: BranchRowViewProps) {
  const { onFold, onGo } = useShared();
  const { siblings, head, start, onAnswerPath } = chain;
  const at = siblings.indexOf(head);
  const canFold = isFoldable(chain);
  const to = (index: number) => () => {
    const sibling = siblings[index];
    if (sibling !== undefined) onGo(sibling);
  };
  const Icon = start === 'agent' ? UserRound : GitBranch;
  const name =
    start === 'agent'
      ? `Agent ${visibleText((step.agent ?? 'of its own').slice(0, 80))}`
      : `Branch ${at + 1} of ${siblings.length}`;
  return (
    <div
      data-testid="branch"
      data-head={head}
      className="flex min-h-8 flex-wrap items-center gap-x-2 border-t border-dashed border-line-strong pl-2.5 text-xs sm:pl-[7.9rem]"
    >
      <span style={{ width: `${Math.max(0, Math.min(depth, 8) - 1) * 0.875}rem` }} aria-hidden />
      {canFold ? (
        <IconButton
          label={folded ? `Unfold ${name}` : `Fold ${name}`}
          keys={['X']}
          size="sm"
          aria-expanded={!folded}
          onClick={() => onFold(head)}
          className="aria-expanded:bg-transparent"
        >
          {folded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
        </IconButton>
      ) : null}
      <Icon className={cx('size-3.5', onAnswerPath ? 'text-good' : 'text-ink-3')} aria-hidden />
      <span className="font-medium">{name}</span>
      {onAnswerPath && start === 'fork' ? (
        <Badge tone="good">
          <Check className="size-3" aria-hidden /> answer path
        </Badge>
      ) : null}
      <span className="tabular text-ink-3">
        {formatPlural(tree.stepsBelow(chain), 'step')}
        {folded ? ', folded' : ''}
      </span>
      {siblings.length > 1 ? (
        <span className="flex items-center">
          <IconButton label="Previous branch of this fork" size="sm" disabled={at <= 0} onClick={to(at - 1)}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <IconButton
            label={`Next branch of this fork, of ${formatCount(siblings.length)}`}
            keys={['B']}
            size="sm"
            disabled={at >= siblings.length - 1}
            onClick={to(at + 1)}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </span>
      ) : null}
    </div>
  );
}
