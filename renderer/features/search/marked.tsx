import type { MarkedText } from '../../../preload/contract/search';
import styles from './search.module.css';

/** A text with the stretches marked that were found in it. */
export const Marked = ({ text, marks }: MarkedText) => {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
};
