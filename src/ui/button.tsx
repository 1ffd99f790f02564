import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { Link } from './link';

/** The look of a button, also for links that act like one; what all have in common is in globals.css. */
export const buttonClasses = cva('button', {
  variants: {
    look: {
      primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
      secondary: 'border-line-strong bg-raised text-ink hover:bg-sunken',
      quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft',
      danger: 'border-danger bg-raised text-danger hover:bg-sunken',
    },
    size: { normal: '', small: 'min-h-7 px-2.5 py-0.5 text-[0.8125rem]' },
  },
  defaultVariants: { look: 'secondary', size: 'normal' },
});

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonClasses>;

export function Button({ look, size, className, type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={buttonClasses({ look, size, className })} {...props} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & VariantProps<typeof buttonClasses>;

export function ButtonLink({ look, size, className, ...props }: ButtonLinkProps) {
  return <Link className={buttonClasses({ look, size, className })} {...props} />;
}
