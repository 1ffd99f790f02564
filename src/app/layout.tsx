import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import './globals.css';
import { themeOf } from './theme';

export const metadata: Metadata = {
  title: { default: 'Guildhall', template: '%s · Guildhall' },
  description: 'Which squad learnt what from whom, when, what it changed, and what failed.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = themeOf(await cookies());
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
