/** Conversations of which some are the beginning of others. */
import type { SourceRecord } from '../adapter.ts';

export interface Conversation {
  readonly record: SourceRecord;
  readonly messages: readonly unknown[];
}

export interface Folded {
  readonly conversation: Conversation;
  /** Those that it begins with, in order of the file. */
  readonly folded: readonly Conversation[];
}

interface Head {
  readonly conversation: Conversation;
  /** Each message as text. */
  readonly texts: readonly string[];
  readonly folded: readonly Conversation[];
}

/** Keeps the longest conversations of what is added, and what they begin with; equal ones count as beginnings. */
export class PrefixGroup {
  #heads: Head[] = [];

  add(conversation: Conversation): void {
    const texts = conversation.messages.map((message) => JSON.stringify(message));
    const longer = this.#heads.findIndex((head) => texts.length < head.texts.length && begins(head.texts, texts));
    if (longer >= 0) {
      const head = this.#heads[longer]!;
      this.#heads[longer] = { ...head, folded: [...head.folded, conversation] };
      return;
    }
    const beginnings = this.#heads.filter((head) => begins(texts, head.texts));
    const folded = beginnings.flatMap((head) => [...head.folded, head.conversation]);
    this.#heads = [...this.#heads.filter((head) => !beginnings.includes(head)), { conversation, texts, folded }];
  }

  /** @returns in order of the file */
  longest(): readonly Folded[] {
    return this.#heads;
  }
}

function begins(texts: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= texts.length && beginning.every((text, at) => text === texts[at]);
}
