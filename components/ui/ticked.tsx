/** Words of our own in which names stand between backticks: those are set as code. Text of a corpus is Markdown's matter. */
export function Ticked({ text }: { readonly text: string }) {
  // Every second part stood between two of them; one without a fellow is an ordinary character.
  const parts = text.split('`');
  if (parts.length % 2 === 0) return text;
  return parts.map((part, i) =>
    // Parts have no identity but their place, and never move.
    // oxlint-disable-next-line react/no-array-index-key
    i % 2 === 1 ? <code key={i}>{part}</code> : part,
  );
}
