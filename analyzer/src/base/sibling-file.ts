/** The file of a thread: beside the folder of this code as source, beside this code as built. */
export function siblingFile(name: string): URL {
  const here = import.meta.url;
  return here.endsWith('.ts') ? new URL(`../${name}.ts`, here) : new URL(`./${name}.js`, here);
}
