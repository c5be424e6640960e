import { corpusParser } from '@/lib/url';

/**
 * Checks what someone typed as the address of a corpus.
 * @param typed an absolute or site-relative address of a folder, or of the corpus.json in it
 * @param base address of the page
 * @returns the folder's absolute address, or what is wrong
 */
export function checkAddress(typed: string, base: string): { readonly folder: string } | { readonly problem: string } {
  const text = typed.trim();
  if (text === '') return { problem: 'Enter an address.' };
  const looksWhole = /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('/');
  if (!looksWhole || !URL.canParse(text, base)) {
    return { problem: 'This is not an address: it should begin with https:// or http://, or with / for this site.' };
  }
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { problem: `Only https and http addresses can be opened, not ${url.protocol.slice(0, 20)}` };
  }
  if (url.username !== '' || url.password !== '')
    return { problem: 'Addresses with a name or password are not opened: links would give them away.' };
  url.hash = '';
  url.search = '';
  url.pathname = url.pathname.replace(/\/?(corpus\.json)?$/, '/');
  const folder = url.href;
  return corpusParser.parse(folder) === null ? { problem: 'The address is too long for a link.' } : { folder };
}
