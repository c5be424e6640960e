export { countSecrets, findSecrets, maskSecrets, type FoundSecret } from './find-secrets.ts';
