import { Children, isValidElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Components } from 'react-markdown';
import { CodeBlock } from './code-block';
import { Image } from './image';
import { Link } from './link';
import styles from './markdown.module.css';
import { Formula } from './math';
import { NoteLink } from './note-links';
import { Quote } from './quote';
import { Table } from './table';

interface CodeProps {
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

const LANGUAGE_CLASS = /language-(\S+)/;

/** A block of code inside a list or a quote; those at the top level never come here. */
const NestedCode = ({ children }: { readonly children?: ReactNode }) => {
  const element = Children.toArray(children).find((child) => isValidElement<CodeProps>(child));
  if (!isValidElement<CodeProps>(element)) return <pre>{children}</pre>;
  const language = LANGUAGE_CLASS.exec(element.props.className ?? '')?.[1] ?? '';
  const code = String(element.props.children ?? '').replace(/\n$/, '');
  const piece = { kind: 'code', language, code, lineCount: code.split('\n').length, joins: false } as const;
  return <CodeBlock language={language} pieces={[piece]} grows={false} />;
};

/** Code within a line, or a formula: only our own plugin gives code these classes. */
const InlineCode = ({ className, children }: CodeProps) => {
  if (className === 'math-inline' || className === 'math-display') {
    return <Formula tex={String(children ?? '')} display={className === 'math-display'} />;
  }
  return <code className={className}>{children}</code>;
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
  blockquote: ({ dir, children, ...rest }) => (
    <Quote alert={'data-alert' in rest ? rest['data-alert'] : null} dir={dir}>
      {children}
    </Quote>
  ),
  table: ({ dir, children }) => <Table dir={dir}>{children}</Table>,
  input: ({ checked }) => <TaskBox checked={checked === true} />,
  pre: ({ children }) => <NestedCode>{children}</NestedCode>,
  code: ({ className, children }) => <InlineCode className={className}>{children}</InlineCode>,
  // Only footnotes' references become this: raw HTML never becomes an element.
  sup: ({ children }) => <NoteLink label={String(children ?? '')} />,
};
