import { createServer } from 'node:net';
import { Trouble } from './project.mjs';

/** Says so before anything is built when a port is taken. */
export async function checkPorts(ports) {
  for (const [what, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Trouble(
      `Port ${port} on 127.0.0.1 is in use, and ${what} needs it. Perhaps Copse is running already: look at ` +
        `http://127.0.0.1:${ports['the workbench'] ?? port}.\nOtherwise stop the other program, or choose other ports: ` +
        'npm start -- --port 3979 --workbench-port 4601',
    );
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
