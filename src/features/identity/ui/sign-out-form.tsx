import { LogOut } from 'lucide-react';
import { Button } from '@/ui/button';
import { signOutAction } from '../actions';

export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <Button type="submit" look="quiet" aria-label="Sign out">
        <LogOut aria-hidden className="size-4" />
        <span className="max-md:sr-only">Sign out</span>
      </Button>
    </form>
  );
}
