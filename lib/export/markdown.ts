/** A trajectory as Markdown, for an issue, a note or a review. Text is fenced, so that nothing in it is read as markup. */
import type { Call, Step, Whole } from './whole.ts';

export interface MarkdownOptions {
  /** Address of the trajectory; left out where it is null. */
  readonly link: string | null;
  /** Only these steps; all where it is null. */
  readonly only: readonly number[] | null;
}

/** @returns a document with a heading for each step */
export function trajectoryMarkdown(whole: Whole, { link, only }: MarkdownOptions = { link: null, only: null }): string {
  const { trajectory_id, source, model, outcome, n_steps, n_calls, tokens } = whole.trajectory;
  const facts = [
    `source ${source}`,
    model === null ? null : `model ${model}`,
    outcome === null ? null : `outcome ${outcome}`,
    `${n_steps} steps, ${n_calls} calls, ${tokens} tokens`,
  ].filter((fact) => fact !== null);
  const steps = only === null ? whole.steps : whole.steps.filter(({ step }) => only.includes(step));
  return [
    `# Trajectory ${inline(trajectory_id)}`,
    facts.map(oneLine).join(' · '),
    ...(link === null ? [] : [`<${link}>`]),
    ...steps.flatMap(stepBlocks),
    '',
  ].join('\n\n');
}

function stepBlocks(step: Step): string[] {
  const answer = step.call_step === null ? '' : `, answers step ${step.call_step}`;
  const branch = step.on_answer_path ? '' : ', off the answer path';
  return [
    `## Step ${step.step}: ${oneLine(step.role)}${answer}${step.is_error ? ', error' : ''}${branch}`,
    ...(step.reasoning === null ? [] : ['Reasoning:', fenced(step.reasoning)]),
    ...(step.content === null || step.content === '' ? [] : [fenced(step.content)]),
    ...step.calls.flatMap((call) => callBlocks(call, step)),
  ];
}

function callBlocks(call: Call, { findings }: Step): string[] {
  const own = findings.filter((finding) => finding.call === call.call);
  return [
    `Call ${inline(call.tool_name)}${call.api_id === null ? '' : ` (${inline(call.api_id)})`}`,
    ...(call.arguments === null || call.arguments === '' ? [] : [fenced(call.arguments, 'json')]),
    ...(own.length === 0 ? [] : [own.map(({ code, message }) => `- ${code}: ${oneLine(message)}`).join('\n')]),
  ];
}

/** @returns a fenced block whose fence is longer than any in the text */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function inline(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${oneLine(text)}\`` : `${fence} ${oneLine(text)} ${fence}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
