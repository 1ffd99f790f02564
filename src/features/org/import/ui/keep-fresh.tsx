'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MILLISECONDS = 1_000;

/** Asks the server for this page again and again while something is going on there. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
