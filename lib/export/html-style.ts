/** Style of an exported trajectory: legible in both themes, on paper and on a phone. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1b1d22;--dim:#626873;--line:#dfe2e7;--page:#fff;--panel:#f6f7f9;--user:#2f6fdb;--assistant:#8250df;--tool:#1a7f64;--system:#8b919c;--bad:#c5303b}
@media(prefers-color-scheme:dark){:root{--ink:#e7e9ee;--dim:#9aa1ad;--line:#31353d;--page:#15171b;--panel:#1c1f24;--user:#79a8ff;--assistant:#c39bff;--tool:#58c6a4;--system:#7d8491;--bad:#ff7d86}}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--page);color:var(--ink);font:14px/1.5 system-ui,sans-serif}
h1{font-size:1.25rem;margin:.5rem 0;overflow-wrap:anywhere}h2{font-size:.9rem;margin:0 0 .25rem}h3{font:600 .85rem ui-monospace,monospace;margin:.5rem 0 .25rem;overflow-wrap:anywhere}
small,header p{color:var(--dim);font-weight:400}a{color:inherit}code,pre{font:12.5px/1.5 ui-monospace,monospace}
dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0;border-block:1px solid var(--line);padding:.5rem 0}dt{color:var(--dim);font-size:.75rem}dd{margin:0;overflow-wrap:anywhere}
article{border-left:3px solid var(--system);padding:.5rem 0 .5rem .75rem;margin:.75rem 0}
article.user{border-color:var(--user)}article.assistant{border-color:var(--assistant)}article.tool{border-color:var(--tool);margin-left:1.25rem}article.aside{opacity:.75;border-left-style:dashed}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);border-radius:4px;padding:.5rem .75rem;margin:.25rem 0}
.reasoning pre{background:none;border-left:1px solid var(--line);border-radius:0;color:var(--dim)}
section{border:1px solid var(--line);border-radius:4px;padding:0 .75rem .5rem;margin:.5rem 0}section pre{padding:.25rem .5rem}
summary{cursor:pointer;overflow-wrap:anywhere}.bad,li b{color:var(--bad)}ul{margin:.25rem 0;padding-left:1.25rem}footer{border-top:1px solid var(--line);padding-top:.75rem}
@media print{details>*{display:block}}
`;
