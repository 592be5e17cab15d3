/** How an exported page looks, light and dark, on screen and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 0 0 0.5rem; font-size: 0.8rem; font-weight: 600; opacity: 0.65; }
article { margin: 1.25rem 0; overflow-wrap: anywhere; }
article.user, article.system, article.developer { padding: 0.75rem 1rem; border-radius: 10px; background: light-dark(#f2f1ee, #2a2a28); }
article h3, article h4 { font-size: 1rem; }
.time, .file { opacity: 0.65; }
pre { padding: 0.75rem 1rem; overflow-x: auto; border-radius: 8px; background: light-dark(#f2f1ee, #2a2a28); font-size: 0.85rem; }
pre.plain { white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; }
pre:not(.plain), code { direction: ltr; text-align: left; unicode-bidi: isolate; }
img { max-width: 100%; border-radius: 8px; }
li:has(> input, > p > input) { list-style: none; }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid light-dark(#d8d6d0, #44433f); }
p, li, h1, h3, h4, th, td, pre.plain { unicode-bidi: plaintext; }
table:dir(rtl) { margin-left: auto; }
[dir]:dir(rtl) :is(p, li, th, td) { text-align: right; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid light-dark(#d8d6d0, #44433f); }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  h1, h2, h3, h4, summary { break-after: avoid; }
  tr, img, li { break-inside: avoid; }
  p, li, pre { orphans: 3; widows: 3; }
}
`;

/** Added where a page is drawn for paper or as an image: light, and nothing that would have to be scrolled. */
export const DRAWN_STYLE = `
:root { color-scheme: light; background: white; }
body { max-width: none; }
pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
table { max-width: 100%; overflow-wrap: anywhere; }
`;
