'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/ui/button';
import { addressOfHit } from '../directory/hits';
import { DirectoryBox } from './directory-box';

type DirectorySearchProps = {
  /** The directory's address, which answers the form when there is no JavaScript. */
  action: string;
  initialText?: string;
  on?: string;
};

/** Finds a person or unit while one types; sent, it narrows the directory down. */
export function DirectorySearch({ action, initialText, on }: DirectorySearchProps) {
  const router = useRouter();
  return (
    <search>
      <form action={action} className="flex gap-2">
        {on && <input type="hidden" name="on" value={on} />}
        <DirectoryBox
          type="search"
          name="text"
          aria-label="Find people and units"
          placeholder="A name, a squad, a skill"
          initialText={initialText}
          onChoose={(hit) => router.push(addressOfHit(hit))}
        />
        <Button type="submit">Find</Button>
      </form>
    </search>
  );
}
