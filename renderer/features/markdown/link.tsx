import { Children, type ReactNode } from 'react';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import styles from './markdown.module.css';
import { hostOf, namesOtherHost, realAddress } from './safe-url';

/** Has the system open an address. */
export const openExternally = (url: string): Promise<unknown> =>
  request('app.openExternal', { url }).catch(tellError);

interface LinkProps {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}

const wordsOf = (children: ReactNode): string =>
  Children.toArray(children)
    .filter((child) => typeof child === 'string')
    .join('');

/** A link that the system opens. It says where it goes; where its words name another host, the real one stands beside. */
export const Link = ({ href, children }: LinkProps) => {
  if (href === undefined || href === '') return <span>{children}</span>;
  const address = realAddress(href);
  return (
    <>
      <a
        href={address}
        title={address}
        onClick={(event) => {
          event.preventDefault();
          void openExternally(address);
        }}
        onAuxClick={(event) => event.preventDefault()}
      >
        {children}
      </a>
      {namesOtherHost(wordsOf(children), address) && (
        <span className={styles.realHost} data-unsearched>
          {` (${hostOf(address)})`}
        </span>
      )}
    </>
  );
};
