import { Fragment } from 'react';
import { parseJson } from '@/components/content/json';
import { JsonView } from '@/components/content/json-view';
import { SectionPanel } from '@/components/content/section-panel';
import { visibleText } from '@/components/content/visible-text';

interface Scheme {
  readonly name: string;
  readonly scopes: readonly string[];
}

/** What a caller has to prove: alternatives, each of one scheme or several. */
export function SecurityPanel({ security }: { readonly security: string | null }) {
  const alternatives = security === null ? [] : readSecurity(security);
  return (
    <SectionPanel id="security" title="Security">
      {security === null ? <p className="text-ink-3">No security requirement is documented.</p> : null}
      {alternatives === null && security !== null ? <JsonView text={security} label="Security" /> : null}
      <ul className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
        {alternatives?.map((schemes, index) => (
          <Fragment key={index}>
            {index > 0 ? <li className="text-xs text-ink-3">or</li> : null}
            <li className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              {schemes.length === 0 ? <span className="text-ink-2">none needed</span> : null}
              {schemes.map((scheme) => (
                <SchemeText key={scheme.name} scheme={scheme} />
              ))}
            </li>
          </Fragment>
        ))}
      </ul>
    </SectionPanel>
  );
}

function SchemeText({ scheme: { name, scopes } }: { readonly scheme: Scheme }) {
  return (
    <span className="min-w-0 [overflow-wrap:anywhere]">
      <code className="font-mono text-xs font-semibold">{visibleText(name.slice(0, 200))}</code>
      {scopes.length > 0 ? (
        <span className="text-xs text-ink-3"> {visibleText(scopes.slice(0, 30).join(', ').slice(0, 600))}</span>
      ) : null}
    </span>
  );
}

/** @returns alternatives, each a list of schemes that are all needed; null where the JSON is of another form */
function readSecurity(json: string): readonly (readonly Scheme[])[] | null {
  const parsed = parseJson(json);
  if ('problem' in parsed || parsed.value.kind !== 'array') return null;
  const { elements } = parsed.value;
  if (elements.some((element) => element.kind !== 'object')) return null;
  return elements.map((element) =>
    element.members.map(({ key, value }) => ({
      name: key,
      scopes: value.elements.flatMap((scope) => scope.string ?? []),
    })),
  );
}
