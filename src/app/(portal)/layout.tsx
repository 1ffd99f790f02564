import { Menu } from 'lucide-react';
import { requestContext } from '@/features/identity/queries';
import { DemoBanner } from '@/features/identity/ui/demo-banner';
import { SignOutForm } from '@/features/identity/ui/sign-out-form';
import { Link } from '@/ui/link';
import { LinkFollowing } from './_shell/link-following';
import { Navigation } from './_shell/navigation';
import { Progress } from './_shell/progress';
import { SearchBox } from './_shell/search-box';
import { Shortcuts } from './_shell/shortcuts';
import { ThemeForm } from './_shell/theme-form';

export default async function PortalLayout({ children }: { children: React.ReactNode }) {
  const { actor } = await requestContext();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <DemoBanner />
      <header className="no-print sticky top-0 z-30 border-b border-line bg-paper">
        <div className="mx-auto flex h-14 max-w-[84rem] items-center gap-3 px-4 sm:gap-5 sm:px-6">
          <button
            type="button"
            popoverTarget="places"
            className="flex size-9 items-center justify-center rounded-md border border-line lg:hidden"
            aria-label="Menu"
          >
            <Menu aria-hidden className="size-5" />
          </button>
          <Link
            href="/"
            className="shrink-0 font-serif text-lg font-semibold max-sm:sr-only lg:w-44"
          >
            Guildhall
          </Link>
          <SearchBox />
          <div className="flex shrink-0 items-center gap-3 text-sm">
            <Link
              href={`/people/${actor.handle}`}
              className="flex items-center gap-2 rounded-md hover:underline"
              aria-label={`You: ${actor.name}`}
            >
              <span
                aria-hidden
                className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
              >
                {initialsOf(actor.name)}
              </span>
              <span className="hidden md:inline">{actor.name}</span>
            </Link>
            <SignOutForm />
          </div>
        </div>
      </header>
      <div className="mx-auto flex max-w-[84rem] gap-8 px-4 sm:px-6">
        <aside id="places" popover="auto" className="places no-print">
          <Navigation />
          <div className="mt-4 border-t border-line pt-4">
            <ThemeForm />
          </div>
        </aside>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-20 pt-7 outline-none lg:pt-9">
          {children}
        </main>
      </div>
      <LinkFollowing />
      <Progress />
      <Shortcuts />
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
