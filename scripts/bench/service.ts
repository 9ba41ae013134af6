/** The service as it runs in production, in a process of its own, so that its memory and its core are its own. */
import { readConfig, startService } from '@copse/service';

const { url } = await startService(readConfig());
console.log(url);
