/** What is loaded here must load at once: no schema. */

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/**
 * The limits where nobody says otherwise. There is always one, because the tree is a stranger's; they leave room for the
 * largest public Java services and stop what is larger with an error that names the limit.
 */
export const usualLimits = {
  timeoutSeconds: 1800,
  quietSeconds: 60,
  stallSeconds: 600,
  memoryBytes: 4 * GIB,
  cpus: 2,
  pids: 512,
  eventBytes: 64 * MIB,
  logBytes: 16 * MIB,
  reportBytes: 256 * MIB,
  outBytes: GIB,
  cacheBytes: GIB,
  cloneSeconds: 600,
  cloneBytes: 2 * GIB,
  cloneFiles: 200_000,
};
