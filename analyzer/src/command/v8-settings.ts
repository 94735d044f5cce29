import { setFlagsFromString } from 'node:v8';

/** A flag of V8, and what undoes it. */
interface Setting {
  readonly set: string;
  readonly undo: string;
}

/**
 * New objects begin with one megabyte for each half of them, and V8 would collect a dozen times until they have room. From the first
 * collection on they have all that they may have. Eight megabytes would take 60 MB less of memory, and a twentieth more time.
 */
const ROOM_FOR_NEW_OBJECTS: Setting = {
  set: '--semi-space-growth-factor=16',
  undo: '--semi-space-growth-factor=2',
};

/**
 * Compile as far as Maglev, and soon. An analysis runs for seconds: what TurboFan makes of a function comes late, costs as much again
 * on other cores, and is thrown away whenever the next stage brings objects of another shape. Node has Maglev since its V8 is 13, on these
 * processors; without it code would stay as it is at first. To have Sparkplug compile all at once costs small trees a tenth.
 */
const COMPILE_FOR_SECONDS: readonly Setting[] = [
  { set: '--no-turbofan', undo: '--turbofan' },
  { set: '--invocation-count-for-maglev=100', undo: '--invocation-count-for-maglev=400' },
];
const HAS_MAGLEV = Number.parseInt(process.versions.v8, 10) >= 13 && ['x64', 'arm64'].includes(process.arch);

const settings: readonly Setting[] = [ROOM_FOR_NEW_OBJECTS, ...(HAS_MAGLEV ? COMPILE_FOR_SECONDS : [])];

/**
 * Has V8 work for a run of seconds, in this process as a whole. To be called once the code of the program is loaded: V8 takes code that
 * was compiled before, that of Node itself among it, only under the flags that it was compiled under.
 */
export function workForSeconds(): void {
  for (const { set } of settings) setFlagsFromString(set);
}

/** Undoes that, so that code which is kept now is taken by the next process as it starts. */
export function workAsUsual(): void {
  for (const { undo } of settings) setFlagsFromString(undo);
}
