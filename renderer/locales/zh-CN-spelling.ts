import type { enSpelling } from './en-spelling';
import type { Translated } from './translated';

/** The spell check, in Chinese. */
export const zhCNSpelling: Translated<typeof enSpelling> = {
  spelling: {
    title: '拼写检查',
    off: '未启用拼写检查。',
    on: '检查以下语言的拼写：',
    add: '要添加的语言',
    choose: '选择语言',
    get: '下载并启用',
    turnOn: '启用拼写检查',
    getting: '正在获取词典…',
    from: '每部词典只从 {{host}} 下载一次，Google 在那里存放 Chrome 的词典。输入的内容不会离开这台电脑。',
    ofSystem: '由操作系统按其语言检查。输入的内容不会离开这台电脑。',
    systemLanguages: '系统语言',
    remove: '停止检查{{language}}',
  },
};
