import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, nothingSplit, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { MarkdownText } from '../../../../renderer/features/markdown/markdown-text';
import { FormatsAtOnce } from '../../../../renderer/features/markdown/ripening';
import { streamedText } from '../../../../renderer/stores/streamed-text';

/** The HTML that a text is shown as. @param grows whether more of it is to come. */
export const render = (text: string, grows = false): string =>
  renderToStaticMarkup(
    <FormatsAtOnce value={true}>
      <MarkdownText text={streamedText(text)} grows={grows} />
    </FormatsAtOnce>,
  );

/** The blocks of a text that comes in the given pieces. */
export const feed = (pieces: readonly string[]): readonly Block[] => {
  let text = '';
  let split = nothingSplit;
  for (const piece of pieces) {
    text += piece;
    split = splitBlocks(split, streamedText(text));
  }
  return split.blocks;
};
