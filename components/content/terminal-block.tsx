'use client';

import Anser from 'anser';
import { CodeBlock, type CodeBlockProps } from './code-block';
import { terminalText } from './terminal-text';
import { visibleText } from './visible-text';

/** More sequences than this are not drawn: each is an element. */
const MOST_CHARACTERS = 200_000;

/** Output of a terminal: colours as they were, movements of the cursor left out. The text as it stands has everything. */
export function TerminalBlock(block: Omit<CodeBlockProps, 'render'>) {
  return <CodeBlock {...block} render={coloured} />;
}

function coloured(shown: string) {
  if (shown.length > MOST_CHARACTERS) return null;
  const parts = Anser.ansiToJson(terminalText(shown), { use_classes: true, remove_empty: true });
  return parts.map(({ content, fg, bg, decorations }, index) => {
    const classes = [fg ? `${fg}-fg` : '', bg ? `${bg}-bg` : '', ...decorations.map((name) => `ansi-${name}`)];
    // Colours of 24 bits have no class of ours, and are shown in that of the text.
    return (
      <span key={index} className={classes.filter((name) => /^ansi-[a-z-]+$/.test(name)).join(' ')}>
        {visibleText(content)}
      </span>
    );
  });
}
