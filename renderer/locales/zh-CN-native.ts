import type { enNative } from './en-native';
import type { Translated } from './translated';

/** 桌面集成和快速提问小窗口的文字。 */
export const zhNative: Translated<typeof enNative> = {
  native: {
    title: '桌面',
    notifications: '较长的回复在后台结束时',
    notificationsHint: '旁边的人也能看到通知，系统还会把它保留一段时间。超过五秒的回复视为较长。',
    notificationChoices: {
      off: '不通知',
      plain: '通知，不透露内容',
      title: '通知，显示对话标题',
      reply: '通知，显示标题和回复开头',
    },
    tray: '托盘图标',
    menuBar: '菜单栏图标',
    trays: {
      off: '不显示',
      icon: 'Parlance 运行时显示',
      stay: '显示，关闭窗口后 Parlance 继续运行',
    },
    trayHint: '通过图标菜单可以打开 Parlance、新对话、最近的对话和快速提问小窗口。',
    noTray:
      '当前桌面没有显示此类图标的位置（GNOME 需安装 AppIndicator 扩展）。在此之前，关闭窗口会退出 Parlance。',
    loginStart: '登录电脑时',
    loginStarts: {
      no: '不启动 Parlance',
      window: '启动 Parlance',
      hidden: '在托盘中启动 Parlance，不显示窗口',
    },
    hiddenNeedsTray: '没有托盘图标时，Parlance 仍会打开窗口。',
    quickKeys: '快速提问的全局快捷键',
    noKeys: '无',
    changeKeys: '快速提问的快捷键：{{keys}}。按下以更改',
    recording: '请按下快速提问的新快捷键，或按 Esc 取消',
    press: '请按快捷键…',
    clearKeys: '清除快捷键',
    quickKeysState: {
      off: 'Parlance 运行时，可从任何应用打开置顶的小窗口。通常未被占用的组合：{{example}}。',
      active: 'Parlance 运行时，可从任何应用打开小窗口。',
      taken: '这组快捷键已被其他应用占用，请另选一组。',
      unsure:
        '在 Wayland 上，此类快捷键由桌面环境决定。如果没有反应，请在桌面设置中为命令“parlance --quick-ask”指定快捷键。',
    },
    unread: '有未读回复',
    print: '打印…',
  },
  quick: {
    title: '快速提问',
    goOn: '在 Parlance 中打开',
    fresh: '新问题',
    hint: '按 Esc 隐藏窗口，已输入的内容会保留。',
    notReady: 'Parlance 需要先完成设置。',
  },
};
