/**
 * How often each way in may be tried. The limits by visitor’s address are wide, because a whole
 * office comes from one; those by e-mail address are narrow, because each try sends a message.
 */
export const LIMITS = {
  demo: { tries: 240, windowSeconds: 60 },
  provider: { tries: 120, windowSeconds: 60 },
  linkByVisitor: { tries: 60, windowSeconds: 15 * 60 },
  linkByEmail: { tries: 5, windowSeconds: 15 * 60 },
  openedLinkByVisitor: { tries: 120, windowSeconds: 15 * 60 },
  openedLinkByEmail: { tries: 20, windowSeconds: 15 * 60 },
} as const;

export type Guarded = keyof typeof LIMITS;
