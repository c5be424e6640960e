/**
 * What credentials look like. Shapes are those of the issuers' documentation and of the rules of gitleaks (MIT) and
 * detect-secrets (Apache-2.0); only those are taken that hardly anything else has.
 */

export interface SecretRule {
  /** For people and for counting: never the secret. */
  readonly kind: string;
  /** Source of a regular expression; where it has a group named as the rule, that alone is the secret. */
  readonly pattern: string;
  /** Whether the text that was found has to look random as well. */
  readonly random?: boolean;
}

/** A word character of base64url; a boundary that also ends at `-`. */
const END = '(?![A-Za-z0-9_-])';
const START = '(?<![A-Za-z0-9_-])';

export const SECRET_RULES: readonly SecretRule[] = [
  { kind: 'aws-access-key', pattern: `${START}(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}${END}` },
  { kind: 'github-token', pattern: `${START}(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{82})${END}` },
  { kind: 'gitlab-token', pattern: `${START}glpat-[A-Za-z0-9_-]{20}${END}` },
  { kind: 'anthropic-key', pattern: `${START}sk-ant-[A-Za-z0-9_-]{24,}` },
  {
    kind: 'openai-key',
    pattern: `${START}sk-(?:(?:proj|svcacct|admin|or-v1)-[A-Za-z0-9_-]{32,}|[A-Za-z0-9]{48}${END})`,
  },
  { kind: 'slack-token', pattern: `${START}xox[abeprs]-[A-Za-z0-9-]{20,}` },
  {
    kind: 'slack-webhook',
    pattern: String.raw`hooks\.slack\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{20,}`,
  },
  { kind: 'google-key', pattern: `${START}(?:AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28})${END}` },
  { kind: 'google-token', pattern: String.raw`${START}ya29\.[A-Za-z0-9_-]{30,}` },
  { kind: 'stripe-key', pattern: `${START}(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}${END}`, random: true },
  { kind: 'hugging-face-token', pattern: `${START}hf_[A-Za-z]{34}${END}` },
  { kind: 'npm-token', pattern: `${START}npm_[A-Za-z0-9]{36}${END}` },
  { kind: 'sendgrid-key', pattern: String.raw`${START}SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}${END}` },
  { kind: 'telegram-token', pattern: `${START}[0-9]{8,10}:AA[A-Za-z0-9_-]{33}${END}` },
  { kind: 'jwt', pattern: String.raw`${START}eyJ[A-Za-z0-9_-]{12,}\.eyJ[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{16,}` },
  {
    kind: 'private-key',
    pattern: String.raw`-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\:,.-]{64,}?-----END`,
  },
  {
    kind: 'bearer-token',
    pattern: String.raw`[Bb]earer\s+(?<bearer_token>[A-Za-z0-9._~+/-]{20,}=*)`,
    random: true,
  },
  {
    // A value beside a name that says what it is: `"api_key": "…"`, `X-RapidAPI-Key: …`, `secret=…`, also within JSON in JSON.
    kind: 'named-secret',
    pattern: String.raw`(?:[Aa][Pp][Ii][_-]?[Kk][Ee][Yy]|API[_-]KEY|[Rr]apid[Aa][Pp][Ii]-[Kk]ey|[Ss]ecret(?:[_-]?(?:[Aa]ccess)?[_-]?[Kk]ey)?|SECRET|[Aa](?:ccess|uth)[_-]?[Tt]oken|ACCESS_TOKEN|[Pp]assw(?:or)?d|PASSWORD)\\*["']?\s{0,3}[:=]\s{0,3}\\*["']?(?<named_secret>[A-Za-z0-9_+/.~-]{16,}={0,2})(?![A-Za-z0-9_+/.~(-])`,
    random: true,
  },
];
