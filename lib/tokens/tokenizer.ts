/** Name of the encoding that tokens are counted in; apart from the counting, whose tables take tens of megabytes. */
export const TOKENIZER = 'o200k_base';
