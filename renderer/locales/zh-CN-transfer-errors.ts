import type { enTransferErrors } from './en-transfer-errors';
import type { Translated } from './translated';

/** 导入与导出中各种错误的说明和解决办法。 */
export const zhTransferErrors: Translated<typeof enTransferErrors> = {
  mirror: {
    foreign: {
      what: '这个文件夹是另一份 Parlance 聊天记录的镜像。',
      fix: '请选择空文件夹；如果那份聊天记录已不再使用，也可以先删除其中的“parlance-mirror.json”。',
    },
  },
  transfer: {
    busy: { what: '另一个导入或导出仍在进行。', fix: '请等它完成，或先取消。' },
    unreadable: { what: '无法读取文件。', fix: '请确认文件仍在原处且允许读取，然后重新选择。' },
    brokenZip: { what: 'ZIP 文件已损坏或不完整。', fix: '请重新下载，再选择新文件。' },
    refusedZip: { what: '这个 ZIP 文件不像是应用导出的。', fix: '请选择从应用得到的原始文件。' },
    unknownFormat: {
      what: '文件中没有 Parlance 能读取的对话。',
      fix: '请选择 ChatGPT、Claude、Chatbox、Cherry Studio、NextChat 或 Parlance 的导出文件，或 OpenAI JSONL。',
    },
    broken: { what: '文件已损坏：不是有效的 JSON。', fix: '请重新导出或下载，再选择新文件。' },
    truncated: {
      what: '文件提前结束。',
      fix: '下载很可能中断了。请重新下载；已导入的内容不会重复。',
    },
    nothing: { what: '没有能从这个文件导入的内容。', fix: '下面列出了略过的内容和原因。' },
    tooLongForImage: {
      what: '这个对话太长，放不进一张图片。',
      fix: '请改为导出 PDF。',
    },
    notDrawn: {
      what: '无法绘制这个对话。',
      fix: '请导出 HTML，再用浏览器打印该页面。',
    },
    notPrinted: { what: '无法打印这个对话。', fix: '请检查是否已设置打印机，或将对话导出为 PDF。' },
    notWritten: { what: '文件无法写入。', fix: '请换一个位置，或检查是否有写入权限。' },
  },
};
