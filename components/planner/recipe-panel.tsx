'use client';

import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CodeBlock } from '@/components/content/code-block';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { saveFile } from '@/components/ui/save-file';
import { TabPanel, Tabs } from '@/components/ui/tabs';
import { RECIPES, sampleCommand, type RecipeInput } from '@/lib/mixture/recipes';

const HighlightedCode = lazy(() =>
  import('@/components/content/highlighted-code').then((module) => ({ default: module.HighlightedCode })),
);

const GRAMMARS = { python: 'python', yaml: 'yaml', shell: 'bash', json: 'json' } as const;

/** The plan as the configuration of a framework, to copy or download. */
export function RecipePanel({ input }: { readonly input: RecipeInput }) {
  const [chosen, setChosen] = useState(RECIPES[0]!.id);
  const recipe = RECIPES.find(({ id }) => id === chosen) ?? RECIPES[0]!;
  const text = useMemo(() => recipe.write(input), [recipe, input]);
  const block = { text, label: `${recipe.label}: ${recipe.fileName}`, wrap: false, firstLines: 60 };
  return (
    <Tabs
      label="Recipes"
      value={chosen}
      onValueChange={setChosen}
      tabs={RECIPES.map(({ id, label }) => ({ value: id, label }))}
    >
      <TabPanel value={chosen} className="pt-3">
        <p className="max-w-[80ch] text-xs text-ink-2">
          Save plan.json, then draw the files that the recipe reads:{' '}
          <code className="rounded-sm bg-sunken px-1 font-mono text-2xs [overflow-wrap:anywhere]">
            {sampleCommand(input)}
          </code>
        </p>
        <div className="my-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <p className="max-w-[80ch] min-w-0 flex-1 basis-64 text-xs text-ink-3">
            {recipe.note}
            {recipe.documentation === '' ? null : (
              <>
                {' '}
                Options: <span className="[overflow-wrap:anywhere]">{recipe.documentation}</span>
              </>
            )}
          </p>
          <span className="flex gap-1">
            <CopyButton text={text} label="Copy recipe" />
            <Button
              size="sm"
              variant="ghost"
              onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), recipe.fileName)}
            >
              <Download aria-hidden /> {recipe.fileName}
            </Button>
          </span>
        </div>
        <div data-testid="recipe">
          <Suspense fallback={<CodeBlock {...block} />}>
            <HighlightedCode {...block} language={GRAMMARS[recipe.language]} />
          </Suspense>
        </div>
      </TabPanel>
    </Tabs>
  );
}
