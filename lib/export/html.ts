/**
 * A trajectory as one HTML file that needs nothing else: no script, no font, no image from elsewhere. A policy in the file
 * says so to the browser; all text of the corpus is escaped.
 */
import { HTML_STYLE } from './html-style.ts';
import type { Call, Step, Whole } from './whole.ts';

export interface HtmlOptions {
  /** Address of the trajectory; left out where it is null. */
  readonly link: string | null;
  /** Title of the corpus. */
  readonly corpus: string;
}

/** Longer texts are folded: a file of megabytes should open on a phone. */
const FOLDED_CHARS = 2_000;

export function trajectoryHtml(whole: Whole, { link, corpus }: HtmlOptions): string {
  const { trajectory_id, task } = whole.trajectory;
  const title = escape(task ?? trajectory_id);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p><code>${escape(trajectory_id)}</code> · ${escape(corpus)}${link === null ? '' : ` · <a href="${escape(link)}" rel="noreferrer">open in the explorer</a>`}</p>
${factsHtml(whole)}
</header>
<main>
${whole.steps.map((step) => stepHtml(step)).join('\n')}
</main>
${rawHtml(whole)}
</body>
</html>
`;
}

function factsHtml({ trajectory }: Whole): string {
  const { source, kind, model, outcome, reward, n_steps, n_calls, n_errors, n_invalid, tokens, problems } = trajectory;
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['source', source],
    ['kind', kind],
    ['model', model],
    ['outcome', outcome],
    ['reward', reward],
    ['steps', n_steps],
    ['calls', n_calls],
    ['errors', n_errors],
    ['calls with problems', n_invalid],
    ['tokens', tokens],
    ['problems', problems.length === 0 ? null : problems.join(', ')],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return `<dl>${known.map(([name, value]) => `<div><dt>${name}</dt><dd>${escape(String(value))}</dd></div>`).join('')}</dl>`;
}

function stepHtml(step: Step): string {
  const marks = [
    step.call_step === null ? null : `answers <a href="#step-${step.call_step}">step ${step.call_step}</a>`,
    step.is_error ? '<b class="bad">error</b>' : null,
    step.on_answer_path ? null : 'off the answer path',
    step.agent === null ? null : escape(step.agent),
    step.at === null ? null : escape(step.at),
    `${step.tokens} tokens`,
  ].filter((mark) => mark !== null);
  return `<article id="step-${step.step}" class="${roleClass(step.role)}${step.on_answer_path ? '' : ' aside'}">
<h2><a href="#step-${step.step}">${step.step}</a> ${escape(step.role)} <small>${marks.join(' · ')}</small></h2>
${step.reasoning === null ? '' : `<div class="reasoning">${textHtml(step.reasoning)}</div>`}
${step.content === null || step.content === '' ? '' : textHtml(step.content)}
${step.calls.map((call) => callHtml(call, step)).join('\n')}
</article>`;
}

function callHtml(call: Call, { findings }: Step): string {
  const own = findings.filter((finding) => finding.call === call.call);
  const api = call.api_id === null ? '' : ` <small>${escape(call.api_id)}</small>`;
  return `<section><h3>${escape(call.tool_name)}${api}</h3>
${call.arguments === null || call.arguments === '' ? '' : textHtml(call.arguments)}
${own.length === 0 ? '' : `<ul>${own.map(({ code, message }) => `<li><b>${escape(code)}</b> ${escape(message)}</li>`).join('')}</ul>`}</section>`;
}

function textHtml(text: string): string {
  const block = `<pre>${escape(text)}</pre>`;
  if (text.length <= FOLDED_CHARS) return block;
  return `<details><summary>${escape(text.slice(0, 160).replaceAll(/\s+/g, ' '))}… <small>${text.length.toLocaleString('en')} characters</small></summary>${block}</details>`;
}

function rawHtml({ record }: Whole): string {
  if (record === null || record.raw === '') return '';
  return `<footer><details><summary>The record as its file has it <small>${escape(record.source_file)}${record.source_pointer === '' ? '' : ` ${escape(record.source_pointer)}`}</small></summary><pre>${escape(record.raw)}</pre></details></footer>`;
}

function roleClass(role: string): string {
  return ['system', 'user', 'assistant', 'tool'].includes(role) ? role : 'other';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}
