import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
}

/** A button with a text, and perhaps an icon before it. */
export const Button = ({ look = 'plain', icon, className, children, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={`${styles.button} ${styles[look]} ${className ?? ''}`}>
    {icon}
    {children}
  </button>
);

interface IconButtonProps extends ComponentProps<'button'> {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
}

/** A button that shows only an icon. */
export const IconButton = ({ label, className, children, ...rest }: IconButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    {...rest}
    className={`${styles.button} ${styles.quiet} ${styles.icon} ${className ?? ''}`}
  >
    {children}
  </button>
);
