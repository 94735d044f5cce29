/**
 * Starts one of our scripts (`node scripts/run.mjs check lint`) where Node can run TypeScript, and says what to do
 * where it cannot. Plain JavaScript, because an old Node must get as far as the message.
 */
const oldest = [22, 18];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
  const [script] = process.argv.splice(2, 1);
  await import(`./${script}.ts`);
} else {
  console.error(
    `CSQA needs Node ${oldest.join('.')} or newer and found ${process.versions.node}. ` +
      'On 64-bit Linux (Intel, AMD), npm ci brings one along unless optional dependencies are left out; ' +
      'elsewhere install it from https://nodejs.org.',
  );
  process.exitCode = 1;
}
