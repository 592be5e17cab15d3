import type { enMarkdown } from './en-markdown';
import type { Translated } from './translated';

/** How Markdown is shown, in Chinese. */
export const zhCNMarkdown: Translated<typeof enMarkdown> = {
  code: '代码',
  copyCode: '复制代码',
  wrapLines: '长行自动换行',
  lineNumbers: '显示行号',
  saveCode: '将代码存为文件',
  showLines: '显示全部 {{count}} 行',
  foldCode: '收起',
  preview: '预览',
  image: '图片',
  imageOf: '图片：{{alt}}',
  notLoaded: '未从 {{host}} 加载：加载会让对方知道内容已被阅读。',
  loadImage: '加载图片',
  loadImageFrom: '从 {{host}} 加载图片',
  loadingImage: '正在从 {{host}} 加载…',
  openImage: '在浏览器中打开：{{host}} 上的图片',
  badFormula: '此公式无法显示：{{reason}}',
  copyFormula: '复制公式（TeX）',
  table: '表格',
  copyTable: '复制表格',
  saveTable: '将表格存为 CSV',
  done: '已完成',
  notDone: '未完成',
  alerts: {
    note: '注',
    tip: '提示',
    important: '重要',
    warning: '警告',
    caution: '当心',
  },
  notes: '脚注',
  note: '脚注 {{number}}',
  backFromNote: '从脚注 {{number}} 返回正文',
};
