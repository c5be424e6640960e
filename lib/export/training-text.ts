/** A trajectory as running text, for training that knows no chat template. */
import { argumentsText, lineOfSteps, roleOf, type Conversation, type SpokenStep } from './whole.ts';

/**
 * Each step begins with its role and a colon; a call is its name and arguments on a line of their own. A call that was
 * read out of the text stands there already. What a trajectory declares is not said in it.
 * @param conversation the trajectory; of branches, the path that led to the answer
 */
export function trainingText(conversation: Conversation): string {
  return lineOfSteps(conversation).map(stepText).join('\n\n');
}

function stepText(step: SpokenStep): string {
  const calls = step.calls.filter(({ derived }) => !derived);
  const parts = [step.reasoning, step.content, ...calls.map((call) => `call ${call.tool_name} ${argumentsText(call)}`)];
  return `${roleOf(step)}: ${parts.filter((part) => part !== null && part !== '').join('\n')}`;
}
