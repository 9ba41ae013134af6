const EVERY = 10_000;

/** Waits for silent work and says every ten seconds that it goes on. */
export async function withHeartbeat(what, work) {
  const begin = performance.now();
  const timer = setInterval(() => {
    console.log(`  still ${what}, ${Math.round((performance.now() - begin) / 1000)} s so far`);
  }, EVERY);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
