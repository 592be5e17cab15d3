import type { enMirror } from './en-mirror';
import type { Translated } from './translated';

/** 关于镜像文件夹的文字。 */
export const zhMirror: Translated<typeof enMirror> = {
  mirror: {
    title: '镜像文件夹',
    off: '未开启。',
    on: '对话会镜像到“{{name}}”。',
    upToDate: '已全部写入。',
    waiting_one: '还有 {{count, number}} 个对话待写入。',
    waiting_other: '还有 {{count, number}} 个对话待写入。',
    choose: '选择文件夹…',
    change: '更换文件夹…',
    turnOff: '关闭',
    hint: '对话变化后不久，就以 Markdown 和 JSONL 写入这个文件夹，适合用 git 或 Syncthing 管理。回收站里的对话会从中移除；文件夹里的其他文件不受影响。',
    notEncrypted: '镜像没有加密：能打开这个文件夹的人都能读取其中的对话。',
    problem: {
      missing: '文件夹目前不可用，恢复后会继续写入。',
      diskFull: '磁盘已满，有空间后会继续写入。',
      notAllowed: '没有写入权限。获得权限后会继续写入，也可以更换文件夹。',
      failed: '写入失败，稍后会重试。',
    },
    problemTitle: '镜像文件夹未能更新。',
  },
};
