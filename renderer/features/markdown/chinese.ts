import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import type { Extension } from 'micromark-util-types';
import type { Options } from 'react-markdown';

type Plugin = Extract<NonNullable<Options['remarkPlugins']>[number], (...options: never) => unknown>;

/**
 * A plugin of remark: lets emphasis end beside Chinese, Japanese and Korean punctuation ("**说明：**如下"), where
 * CommonMark's rule, made for languages with spaces, would leave the stars to be seen.
 */
export const friendlyToChinese: Plugin = function () {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly({ singleTilde: false }));
};
