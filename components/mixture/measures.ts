import type { LengthMeasure } from '@/lib/url';

interface MeasureWords {
  /** In the control. */
  readonly label: string;
  /** Title of an axis. */
  readonly axis: string;
  /** What a value counts. */
  readonly unit: string;
  /** What has one value each, singular. */
  readonly each: string;
}

/** Words for what is measured. */
export const MEASURE_WORDS: Readonly<Record<LengthMeasure, MeasureWords>> = {
  tokens: { label: 'tokens', axis: 'tokens per record', unit: 'tokens', each: 'record' },
  chars: { label: 'characters', axis: 'characters per record', unit: 'characters', each: 'record' },
  tokens_system: words('system'),
  tokens_user: words('user'),
  tokens_assistant: words('assistant'),
  tokens_reasoning: words('reasoning'),
  tokens_calls: words('calls'),
  tokens_observations: words('observations'),
  steps: { label: 'steps', axis: 'steps per trajectory', unit: 'steps', each: 'record' },
  calls: { label: 'calls', axis: 'calls per trajectory', unit: 'calls', each: 'record' },
  step_tokens: { label: 'tokens per step', axis: 'tokens per step', unit: 'tokens', each: 'step' },
  params: { label: 'parameters', axis: 'parameters per API', unit: 'parameters', each: 'record' },
};

function words(role: string): MeasureWords {
  return { label: `tokens: ${role}`, axis: `${role} tokens per trajectory`, unit: 'tokens', each: 'record' };
}
