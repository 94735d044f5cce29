import type { World } from './world.ts';

export function addGeneratedMembers(_world: World): void {}
