import type { enUpdates } from './en-updates';
import type { Translated } from './translated';

/** 关于新版本的文字。 */
export const zhUpdates: Translated<typeof enUpdates> = {
  updates: {
    title: '更新',
    current: '当前版本：Parlance {{version}}。',
    upToDate: '已是最新版本。检查时间：{{time}}。',
    never: '这份 Parlance 不会检查新版本：它直接从源代码运行，或构建时没有设置更新地址。',
    checking: '正在检查新版本…',
    found: 'Parlance {{version}} 可供下载。',
    downloading: '正在下载 Parlance {{version}}…',
    ready: 'Parlance {{version}} 已下载并通过校验。',
    installing: '正在安装 Parlance {{version}}…',
    progress: '下载进度',
    whatIsNew: '新内容',
    check: '立即检查',
    download: '下载',
    cancelDownload: '取消下载',
    install: '重启并更新',
    openPage: '打开下载页面',
    restartHint: '更新前会先为聊天记录创建快照。正在生成的回复会保留已收到的部分。',
    passwordHint: '系统会要求输入管理员密码。',
    byHand: '以这种方式安装的 Parlance 无法自行更新：请下载新的安装包并覆盖安装。',
    quiet: '检查新版本',
    quietOn: '自动',
    quietOff: '仅手动',
    quietHint: '不会自动下载或安装，也不会发送关于这台电脑的任何信息。',
    channel: '版本',
    stable: '正式版',
    beta: '正式版和测试版',
    problem: {
      unreachable: '没有得到有效的答复。请检查网络连接和代理，或稍后再试。',
      damaged: '下载的文件与发布的不符，已丢弃。当前版本保持不变。',
      diskFull: '磁盘空间不足，无法下载。',
      noSnapshot: '未能为聊天记录创建快照，因此没有安装。请确认磁盘是否还有空间。',
      notInstalled: '系统不允许安装新版本。当前版本保持不变。',
    },
    foundNotice: 'Parlance {{version}} 可供下载。',
    readyNotice: 'Parlance {{version}} 可以安装了。',
    show: '查看',
  },
};
