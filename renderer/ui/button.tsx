import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { tipOf } from './tip';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
  /** What does the same, in Electron's accelerator notation. */
  readonly keys?: string | undefined;
}

/** A button with a text, and perhaps an icon before it. */
export const Button = ({ look = 'plain', icon, keys, className, children, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...(keys === undefined ? {} : tipOf('', keys))}
    {...rest}
    className={`${styles.button} ${styles[look]} ${className ?? ''}`}
  >
    {icon}
    {children}
  </button>
);

interface IconButtonProps extends ComponentProps<'button'> {
  /** The accessible name, also shown as the tip. */
  readonly label: string;
  /** What does the same, in Electron's accelerator notation. */
  readonly keys?: string | undefined;
}

/** A button that shows only an icon. */
export const IconButton = ({ label, keys, className, children, ...rest }: IconButtonProps) => (
  <button
    type="button"
    aria-label={label}
    {...tipOf(label, keys)}
    {...rest}
    className={`${styles.button} ${styles.quiet} ${styles.icon} ${className ?? ''}`}
  >
    {children}
  </button>
);
