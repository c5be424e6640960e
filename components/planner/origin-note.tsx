import type { PlanOrigin } from '@/lib/url';

const NOTES: Readonly<Record<PlanOrigin, string>> = {
  equal: 'Agent data (documentation and trajectories, by tokens), code and text in equal parts.',
  paper:
    'A reference, and no recommendation: about 36 % agent data was best for the models of Zhuang et al. 2025 (Hephaestus, arXiv 2502.06589, figure 3, as summaries of it give the figure). The rest is halved between code and text.',
  temperature:
    'Each source weighs its tokens to the power of alpha (Conneau and Lample 2019, arXiv 1901.07291): 1 is by tokens, 0 the same for all.',
  fit: 'These weights are the best mixture that a fit predicted, as its link handed them on. The fit’s page says from which runs, and how certain it is.',
  file: 'These weights are those of a plan.json that was opened.',
};

/** Where the weights come from, as long as nobody changed them by hand. */
export function OriginNote({ origin }: { readonly origin: PlanOrigin | null }) {
  if (origin === null) return null;
  return (
    <p data-testid="plan-origin" className="mb-3 max-w-[80ch] border-l-2 border-l-line-strong pl-3 text-xs text-ink-2">
      {NOTES[origin]}
    </p>
  );
}
