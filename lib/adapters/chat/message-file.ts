/** A file that is one conversation: its records are messages. */
import type { OpenFile, RecordAdapter, SourceRecord } from '../adapter.ts';
import { isObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import { trajectoryOf, fits } from './chat-adapter.ts';
import { openAiSteps } from './openai-messages.ts';
import { roleNamed } from './steps.ts';

const NAME = 'message-file';

export const messageFile: RecordAdapter = {
  name: NAME,
  title: 'A file of messages',
  yields: ['trajectories'],
  doc: 'A JSON list or JSONL of single messages of `role` and `content`: the whole file is one conversation.',
  reference: 'OpenAI API reference, chat completions',
  scope: 'file',
  detect(sample) {
    if (!fits(sample, isMessage)) return null;
    return { confidence: 0.4, reason: 'each record is a message of `role` and `content`' };
  },
  open(file, sink) {
    const messages: SourceRecord[] = [];
    return {
      read(record) {
        if (isMessage(record.value)) messages.push(record);
        else {
          const { position, raw } = record;
          const message = 'Expected a message of `role` and `content`.';
          report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
        }
      },
      end() {
        if (messages.length > 0) sink.trajectory(conversationOf(messages, file));
      },
    };
  },
};

function isMessage(value: unknown): boolean {
  return isObject(value) && roleNamed(value['role']) !== null && ('content' in value || 'tool_calls' in value);
}

function conversationOf(messages: readonly SourceRecord[], file: OpenFile): ReturnType<typeof trajectoryOf> {
  const raw = `[${messages.map((message) => message.raw).join(',\n')}]`;
  const steps = openAiSteps(messages.map(({ value }) => value));
  return trajectoryOf({ steps }, NAME, { position: '', value: null, raw }, file);
}
