import type { ReactNode } from 'react';
import { Children, isValidElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Components } from 'react-markdown';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { CodeBlock } from './code-block';
import styles from './markdown.module.css';
import { isInlineImage } from './safe-url';

const openExternally = (url: string) => request('app.openExternal', { url }).catch(tellError);

interface LinkProps {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}

const Link = ({ href, children }: LinkProps) =>
  href === undefined || href === '' ? (
    <span>{children}</span>
  ) : (
    <a
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        void openExternally(href);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );

interface ImageProps {
  readonly src?: unknown;
  readonly alt?: string | undefined;
}

const Image = ({ src, alt }: ImageProps) => {
  const { t } = useTranslation();
  if (typeof src === 'string' && isInlineImage(src)) return <img src={src} alt={alt ?? ''} />;
  const label = alt === undefined || alt === '' ? t('markdown.image') : t('markdown.imageOf', { alt });
  return typeof src === 'string' && src !== '' ? <Link href={src}>{label}</Link> : <span>{label}</span>;
};

const Table = ({ children }: { readonly children?: ReactNode }) => {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.table} aria-label={t('markdown.table')} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
};

const LANGUAGE_CLASS = /language-(\S+)/;

/** A code block inside a list or a quote; those at the top level never come here. */
const NestedCode = ({ children }: { readonly children?: ReactNode }) => {
  const code = Children.toArray(children).find((child) =>
    isValidElement<{ className?: string; children?: ReactNode }>(child),
  );
  if (!isValidElement<{ className?: string; children?: ReactNode }>(code)) return <pre>{children}</pre>;
  const language = LANGUAGE_CLASS.exec(code.props.className ?? '')?.[1] ?? '';
  return <CodeBlock language={language} code={String(code.props.children ?? '').replace(/\n$/, '')} />;
};

/** The box of a task: it shows and cannot be changed. */
const TaskBox = ({ checked }: { readonly checked: boolean }) => {
  const { t } = useTranslation();
  return (
    <input
      type="checkbox"
      className={styles.task}
      checked={checked}
      disabled
      aria-label={checked ? t('markdown.done') : t('markdown.notDone')}
    />
  );
};

/** How Markdown's elements are shown. */
export const markdownComponents: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  img: ({ src, alt }) => <Image src={src} alt={alt} />,
  table: ({ children }) => <Table>{children}</Table>,
  input: ({ checked }) => <TaskBox checked={checked === true} />,
  pre: ({ children }) => <NestedCode>{children}</NestedCode>,
};
