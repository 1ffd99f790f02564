import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { switchMirrorOn } from '@/features/wiki/mirroring/commands';
import { mirrorFolder } from '@/features/wiki/mirroring/places/queries';
import { type MirrorOutcome, runMirror } from '@/features/wiki/mirroring/running/commands';
import { type Context, systemContext } from '@/foundation/context';
import { aMemberOf, anAdministrator, contextOf, NOON } from './org';
import { aSpaceWithWriter } from './wiki';
import { aTemporaryFolder } from './zip';

export const ADA = { name: 'Ada', email: 'ada@example.com' };

let number = 0;

/** A space of its own with somebody who writes and somebody who leads. */
export async function aWorld() {
  const world = await aSpaceWithWriter(`mirrored-${++number}`);
  const lead = await contextOf(await aMemberOf(world.guild, 'Lee', { role: 'LEAD' }));
  return { ...world, lead };
}

export const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(NOON.getTime() + minutes * 60_000),
});

const at = (minutes: number) => systemContext(new Date(NOON.getTime() + minutes * 60_000));

/** Switches a space's mirror on and brings it up to date. */
export async function aMirror(
  space: { id: string; slug: string },
  place: 'disk' | 'remote' = 'disk',
) {
  await switchMirrorOn(await anAdministrator(), { spaceId: space.id, place });
  await mirrored(space);
  return new GitRepository(mirrorFolder(space.slug));
}

/** Runs a mirror until there is nothing more to do. */
export async function mirrored(space: { id: string }, minutes = 0): Promise<MirrorOutcome> {
  for (let rounds = 0; rounds < 50; rounds++) {
    const outcome = await runMirror(at(minutes), space.id);
    if (outcome !== 'more') return outcome;
  }
  throw new Error('The mirror did not come to an end.');
}

const PEER = { GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };

/** A repository as git itself sees it, and somebody's clone of it. */
export class GitRepository {
  constructor(readonly folder: string) {}

  git(...args: string[]): string {
    const env = { ...process.env, ...PEER };
    const stdio: ['pipe', 'pipe', 'pipe'] = ['pipe', 'pipe', 'pipe'];
    return execFileSync('git', args, { cwd: this.folder, stdio, env, encoding: 'utf8' }).trim();
  }

  /** Subjects of all commits, the first one first. */
  subjects(branch = 'main'): string[] {
    return this.git('log', '--reverse', '--format=%s', branch).split('\n');
  }

  files(branch = 'main'): string[] {
    return this.git('ls-tree', '-r', '--name-only', branch).split('\n');
  }

  text(file: string, branch = 'main'): string {
    return this.git('show', `${branch}:${file}`);
  }

  async clone(from = this.folder): Promise<GitRepository> {
    const folder = await aTemporaryFolder();
    const clone = new GitRepository(folder);
    clone.git('clone', '-q', from, '.');
    return clone;
  }

  /** Commits files (null: deletes one) as somebody, and pushes. */
  push(
    files: Record<string, string | Buffer | null>,
    by: { name: string; email: string },
    message = 'Change',
  ) {
    for (const [file, content] of Object.entries(files)) {
      const place = path.join(this.folder, file);
      if (content === null) rmSync(place);
      else {
        mkdirSync(path.dirname(place), { recursive: true });
        writeFileSync(place, content);
      }
    }
    this.git('add', '-A');
    const who = ['-c', `user.email=${by.email}`, '-c', `user.name=${by.name}`];
    this.git(...who, 'commit', '-qm', message);
    this.git('push', '-q', 'origin', 'HEAD:main');
  }
}
