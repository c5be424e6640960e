/** Toucan. */
import { isObject, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits, listIn, recordId, restOf, sourceOf } from './chat-adapter.ts';
import { toolsInPrompt, toolsOf } from './declared-tools.ts';
import { shareGptSteps } from './sharegpt-messages.ts';
import { openAiSteps } from './openai-messages.ts';

const HELD = ['messages', 'available_tools', 'tools', 'id'];
const COLUMNS = ['available_tools', 'target_tools', 'question_quality_assessment', 'response_quality_assessment'];

export const toucan = chatAdapter({
  name: 'toucan',
  title: 'Toucan',
  doc: 'Runs with real MCP servers. Each column is a string, messages and tools among them. The system prompt declares tools after `<|im_system|>tool_declare`; parallel calls are messages of the assistant one after another, and their results follow.',
  reference: 'Toucan: Synthesizing Tool-Agentic Data from Real-World MCP Environments',
  expected: 'a list of messages in `messages`',
  detect(sample) {
    if (!fits(sample, hasColumns)) return null;
    return { confidence: 0.9, reason: 'records have `messages` and columns such as `available_tools`' };
  },
  read(record) {
    const { value, raw } = record;
    const messages = isObject(value) ? listIn(value, 'messages') : null;
    if (!isObject(value) || messages === null) return null;
    // The set that is trained on writes calls as messages of their own role.
    const callsAreMessages = messages.some(
      (message) => isObject(message) && /^tool_(?:call|response)$/.test(String(message['role'])),
    );
    const steps = callsAreMessages
      ? shareGptSteps(messages)
      : openAiSteps(messages, sourceOf(record, value, 'messages'));
    const prompt = steps.find(({ role }) => role === 'system')?.content ?? null;
    return {
      record_id: recordId(value),
      tools: toolsOf(value, raw, 'available_tools', 'tools') ?? toolsInPrompt(declarationIn(prompt)),
      metadata: restOf(value, HELD),
      steps,
    };
  },
});

/** What the system prompt declares stands between marks of the model's template. */
function declarationIn(prompt: string | null): string | null {
  return /tool_declare<\|im_middle\|>([\s\S]*?)(?:<\|im_end\|>|$)/.exec(prompt ?? '')?.[1] ?? null;
}

function hasColumns(value: JsonObject): boolean {
  return listIn(value, 'messages') !== null && COLUMNS.some((key) => key in value);
}
