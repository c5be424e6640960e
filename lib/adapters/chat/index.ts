/** Conversations: OpenAI, Anthropic, ShareGPT and their kin, and any other list of messages. */
import type { Adapter } from '../adapter.ts';

export const chatAdapters: readonly Adapter[] = [];
