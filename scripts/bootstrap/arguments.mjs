import { Trouble } from './project.mjs';

const HELP = `npm start -- [--port 3978] [--workbench-port 4600]

  --port            where the service listens, on 127.0.0.1
  --workbench-port  where the workbench listens, on 127.0.0.1`;

/**
 * Reads the few arguments of `npm start`; `args` is what the program itself is given.
 *
 * @param {string[]} given
 */
export function readPorts(given) {
  let service = 3978;
  let workbench = 4600;
  let watch = false;

  const rest = given.flatMap((argument) => argument.split('='));
  while (rest.length > 0) {
    const name = rest.shift();
    if (name === '--watch') watch = true;
    else if (name === '--port') service = toPort(name, rest.shift());
    else if (name === '--workbench-port') workbench = toPort(name, rest.shift());
    else throw new Trouble(name === '--help' ? HELP : `"${name}" is not known.\n\n${HELP}`);
  }
  if (service === workbench) {
    throw new Trouble(`The service and the workbench cannot both listen on port ${service}. Choose two.\n\n${HELP}`);
  }
  return {
    watch,
    ports: { 'the service': service, 'the workbench': workbench },
    args: [`--port=${service}`, `--workbench-port=${workbench}`],
  };
}

function toPort(name, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`${name} wants a number from 1 to 65535, not "${text ?? ''}".`);
}
