/** Conversations: OpenAI, Anthropic, ShareGPT and their kin, and any other list of messages. */
import type { Adapter } from '../adapter.ts';
import { agentFlan } from './agent-flan.ts';
import { agentInstruct } from './agentinstruct.ts';
import { agentTraj } from './agenttraj.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { apigenMt } from './apigen-mt.ts';
import { codeAct } from './codeact.ts';
import { generic } from './generic.ts';
import { glaive } from './glaive.ts';
import { hermes } from './hermes.ts';
import { llamaFactory } from './llama-factory.ts';
import { messageFile } from './message-file.ts';
import { nemotron } from './nemotron.ts';
import { openAiChat } from './openai-chat.ts';
import { preference } from './preference.ts';
import { shareGpt } from './sharegpt.ts';
import { toolAce } from './toolace.ts';
import { toolRl } from './toolrl.ts';
import { toucan } from './toucan.ts';
import { xlam } from './xlam.ts';

export const chatAdapters: readonly Adapter[] = [
  openAiChat,
  messageFile,
  anthropicMessages,
  shareGpt,
  agentInstruct,
  agentTraj,
  agentFlan,
  codeAct,
  glaive,
  hermes,
  xlam,
  apigenMt,
  toolAce,
  toolRl,
  toucan,
  nemotron,
  llamaFactory,
  preference,
  generic,
];
