/** Entry of the thread: a thread does not inherit the loader, so it registers its own. */
import { register } from 'tsx/esm/api';

register();
await import('./bare-worker.ts');
