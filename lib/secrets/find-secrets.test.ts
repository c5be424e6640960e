import { describe, expect, it } from 'vitest';
import { countSecrets, findSecrets, maskSecrets } from './find-secrets.ts';

/** Made here from parts, so that no scanner takes this file for a leak. */
const random = 'q7Rk2mXv9Zt4Lp8sWd3Yc6Nf1Hb5Gj0aEuTi7Qo2Kx9';
const cut = (length: number): string => random.repeat(3).slice(0, length);
const KNOWN: readonly (readonly [kind: string, secret: string])[] = [
  ['aws-access-key', `AKIA${'QZ4H7RWN2K5TXLVB'}`],
  ['github-token', `ghp_${cut(36)}`],
  ['github-token', `github_pat_${cut(82)}`],
  ['gitlab-token', `glpat-${cut(20)}`],
  ['anthropic-key', `sk-ant-api03-${cut(40)}`],
  ['openai-key', `sk-${cut(48)}`],
  ['openai-key', `sk-proj-${cut(40)}`],
  ['slack-token', `xoxb-${'2038475610-9182736450-'}${cut(24)}`],
  ['google-key', `AIza${cut(35)}`],
  ['google-token', `ya29.${cut(40)}`],
  ['stripe-key', `sk_live_${cut(24)}`],
  ['hugging-face-token', `hf_${'QwErTyUiOpAsDfGhJkLzXcVbNmQaWsEdRf'}`],
  ['npm-token', `npm_${cut(36)}`],
  ['sendgrid-key', `SG.${cut(22)}.${cut(43)}`],
  ['jwt', `eyJ${cut(20)}.eyJ${cut(30)}.${cut(40)}`],
];

describe('a credential', () => {
  it.each(KNOWN)('of the kind %s is found and masked', (kind, secret) => {
    const text = `{"note":"use ${secret} today"}`;
    expect([...countSecrets(text)]).toEqual([[kind, 1]]);
    const masked = maskSecrets(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toContain(secret.slice(4));
    expect(masked.startsWith('{"note":"use ')).toBe(true);
    expect(findSecrets(masked)).toEqual([]);
  });

  it.each([
    [`{"api_key": "${cut(32)}"}`],
    [`X-RapidAPI-Key: ${cut(50)}`],
    [`{"arguments":"{\\"client_secret\\": \\"${cut(30)}\\"}"}`],
    [`password='${cut(20)}'`],
    [`Authorization: Bearer ${cut(40)}`],
  ])('is found by the name beside it: %s', (text) => {
    expect(findSecrets(text)).toHaveLength(1);
    const masked = maskSecrets(text);
    expect(masked.replaceAll('X', '')).not.toMatch(/q7Rk/);
    expect(maskSecrets(masked)).toBe(masked);
  });

  it('that is a private key is masked within JSON, which stays JSON', () => {
    const body = Array.from({ length: 4 }, (_, i) => `${cut(40)}n${i}`).join('\n');
    const value = { key: `-----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----\n`, after: 1 };
    const masked = maskSecrets(JSON.stringify(value));
    const { key, after } = JSON.parse(masked) as typeof value;
    expect(after).toBe(1);
    expect(key).not.toContain(cut(10));
    expect(key.split('\n')).toHaveLength(value.key.split('\n').length);
    expect(findSecrets(masked)).toEqual([]);
  });
});

describe('what is none', () => {
  it.each([
    'The api_key parameter is required.',
    '{"api_key": {"type": "string"}}',
    '{"access_token": "secureAccessToken12345"}',
    '{"password": "correct horse battery staple"}',
    '{"api_key": "YOUR_API_KEY_GOES_HERE_1a2b"}',
    `AKIA${'IOSFODNN7'}EXAMPLE`,
    `{"secret": "${'X'.repeat(40)}"}`,
    'token = tokenizer.encode(text)[0:16]',
    'sk-learn and task-force-of-many-words-that-go-on-and-on-and-on',
    '{"id":"call_1f8a9b2c3d4e5f60718293a4b5c6d7e8"}',
    'commit 3f786850e387550fdab836ed7e6dc881de23001b',
  ])('is left alone: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
    expect(maskSecrets(text)).toBe(text);
  });
});
