/** Commands of agents that work in a shell. */
import type { GivenCall } from '../chat/steps.ts';

/**
 * @param command as it was typed, further lines (a heredoc, the text of an edit) included
 * @returns the call: its tool is the command's first word, its arguments are all of the command
 */
export function shellCall(command: string): GivenCall[] {
  const name = /^\s*(\S+)/.exec(command)?.[1];
  return name === undefined ? [] : [{ name, arguments: command, syntax: 'shell' }];
}
