import type { enErrors, enReasons } from './en-errors';
import type { Translated } from './translated';

/** Error texts in Simplified Chinese. */
export const zhErrors: Translated<typeof enErrors> = {
  request: {
    unknownRoute: { what: 'Parlance 内部发出了一个无法识别的请求。', fix: '请重启 Parlance。' },
    forbidden: { what: 'Parlance 拒绝了这个请求。', fix: '请重启 Parlance。' },
    invalid: { what: '填写的内容有误，无法使用。', fix: '请检查后再试。' },
  },
  internal: { what: 'Parlance 出现了意外错误。', fix: '请再试一次；如仍然出错，请重启 Parlance。' },
  history: {
    unavailable: { what: '聊天记录尚未就绪。', fix: '请稍候再试。' },
    locked: { what: '聊天记录已锁定。', fix: '请输入密码短语解锁。' },
    readOnly: { what: '聊天记录目前只能读取。', fix: '请清理磁盘空间，或更新 Parlance。' },
    diskFull: { what: '磁盘已满，无法保存。', fix: '请清理一些空间。当前显示的内容不会丢失。' },
    damaged: { what: '聊天记录文件无法读取。', fix: '没有删除任何内容。可以将它移到一旁，重新开始。' },
    notFound: { what: '这个对话或消息已不存在。', fix: '请选择其他对话。' },
  },
  vault: {
    wrongPassphrase: { what: '密码短语不正确。', fix: '请重新输入，注意区分大小写。' },
    weakPassphrase: { what: '这个密码短语太容易被猜到。', fix: '请换一个更长的，例如四个词。' },
    wrongRecoveryKey: { what: '恢复密钥不正确。', fix: '请与抄下的内容核对。' },
    failed: { what: '密钥无法读取或保存。', fix: '请解锁系统钥匙串后再试。' },
  },
  spelling: {
    notLoaded: { what: '词典未能加载。', fix: '请检查网络连接和“设置”中的代理，然后重试。' },
  },
  settings: {
    notSaved: { what: '设置未能保存。', fix: '请检查磁盘空间和文件夹权限。' },
    unknownFile: {
      what: '这不是 Parlance 的设置文件。',
      fix: '请选择由“导出设置…”写出的文件。对话请用“导入…”导入。',
    },
    newerFile: {
      what: '这个设置文件由更新版本的 Parlance 写出。',
      fix: '请更新 Parlance 后再导入。没有更改任何内容。',
    },
  },
  endpoint: {
    invalidUrl: {
      what: '这个接口地址无法使用。',
      fix: '请填写以 https:// 或 http:// 开头的完整地址，例如 https://api.openai.com/v1。',
    },
    invalidKey: { what: '这个 API 密钥无法使用。', fix: '请重新粘贴，不要带空格或换行。' },
    notFound: { what: '这个服务已不存在。', fix: '请在设置中选择其他服务。' },
    none: { what: '还没有选择服务。', fix: '请填写 API 密钥，或试用演示。' },
  },
  network: {
    invalidProxy: { what: '这个代理无法使用。', fix: '完整的代理地址形如 http://proxy.example.com:8080。' },
  },
  attachment: {
    refused: { what: '无法添加这个文件。', fix: '请换一个文件。' },
  },
  image: {
    notLoaded: {
      what: '图片加载失败。',
      fix: '对方服务器可能无法访问，或图片已不存在。可重试，或在浏览器中打开。',
    },
  },
  chat: {
    busy: { what: '这个对话正在生成回复。', fix: '请等待完成，或先停止生成。' },
    emptyMessage: { what: '没有可发送的内容。', fix: '请先输入消息。' },
    contextTooLong: {
      what: '这条消息超出了模型的上下文窗口。',
      fix: '请缩短内容，或换用上下文窗口更大的模型。',
    },
    noImages: {
      what: '问题中有图片，而这个模型不支持图片。',
      fix: '请换用其他模型，或编辑消息并移除图片。',
    },
    openCall: {
      what: '上文有一条回复调用了函数却没有结果，API 会拒绝这样的对话。',
      fix: '请在该回复下方填写结果，或删除该回复。',
    },
    strayResult: {
      what: '上文有一条工具消息不对应前一条回复中的任何调用，API 会拒绝这样的对话。',
      fix: '请删除该工具消息，或将其移回所属调用之后。',
    },
    wouldLeaveOut: {
      what: '没有发送：对话超出了模型的上下文窗口。',
      fix: '该对话设为略去消息之前先询问。',
    },
    spendingLimit: {
      what: '没有发送：这次请求可能超出每月限额。',
      fix: '可以调低“最大令牌数”或回答数量，换用更便宜的模型，或在设置中提高限额。',
    },
  },
  api: {
    unauthorized: { what: '服务器不接受这个 API 密钥。', fix: '请在设置中检查密钥。' },
    forbidden: { what: '这个密钥没有相应权限。', fix: '请检查密钥权限，以及所在地区是否提供此服务。' },
    modelNotFound: { what: '服务器上没有这个模型，或这个密钥无权使用它。', fix: '请换一个模型。' },
    notFound: { what: '服务器上没有这个地址。', fix: '请在设置中检查接口地址，它通常以 /v1 结尾。' },
    contextLength: {
      what: '对话长度超出了模型可读取的范围。',
      fix: '请缩短对话、调低最大令牌数，或换用上下文窗口更大的模型。',
    },
    unsupportedParameter: { what: '该模型不支持某项生成设置。', fix: '请清空该项后再试。' },
    badRequest: { what: '服务器无法处理这个请求。', fix: '请检查生成设置和模型。' },
    rateLimited: { what: '短时间内请求过多。', fix: '请稍等片刻再试。' },
    quota: { what: '账户余额不足。', fix: '请到服务商处查看套餐与账单。' },
    server: { what: '服务器自身出现了问题。', fix: '请稍后再试。' },
    timeout: { what: '服务器长时间没有响应。', fix: '请再试一次，或在设置中延长等待时间。' },
    slept: { what: '电脑休眠期间，连接已中断。', fix: '可以继续生成回复，或重新提问。' },
    silence: { what: '服务器中途停止了发送。', fix: '请再试一次，或在设置中延长等待时间。' },
    dns: { what: '找不到服务器的域名。', fix: '请检查接口地址和网络连接。' },
    tls: {
      what: '无法建立安全连接。',
      fix: '服务器证书不受信任。请检查接口地址、系统时间，以及是否有代理在解密安全连接。',
    },
    proxy: { what: '代理无法使用。', fix: '请在设置的“网络”中检查代理。' },
    refused: { what: '这个地址没有响应。', fix: '请确认服务器正在运行，且接口地址的端口正确。' },
    offline: { what: '这台电脑处于离线状态。', fix: '请连接网络。已有的对话仍可阅读。' },
    network: { what: '连接失败。', fix: '请检查网络连接后再试。' },
    cut: { what: '回复尚未完成，连接就断开了。', fix: '已收到的内容会保留，可以继续或重新生成。' },
    malformed: { what: '服务器返回的内容不是有效的回复。', fix: '请确认接口地址属于兼容 OpenAI 的 API。' },
    tooLong: {
      what: '回复长度超出了 Parlance 的上限。',
      fix: '已收到的内容会保留。请调低最大令牌数后再试。',
    },
  },
};

/** What helps where main says why, in Simplified Chinese. */
export const zhReasons: Translated<typeof enReasons> = {
  proxyNotUrl: '完整的代理地址形如 http://proxy.example.com:8080。',
  proxyScheme:
    '代理地址以 http://、https://、socks5:// 或 socks4:// 开头；PAC 文件以 pac+https:// 或 file:// 开头。',
  proxyPath: '代理地址到端口为止，只有 PAC 文件后面才有路径。',
  proxyUnreachable: '该地址没有响应：请在设置中检查代理的地址和端口，并确认代理正在运行。',
  proxyWantsPassword: '代理要求用户名和密码：请在设置的“网络”中填写。',
  proxyRefusesPassword: '代理不接受这个用户名或密码：请在设置的“网络”中重新填写。',
  proxyNoTunnel:
    '代理有响应，但无法通往这台服务器：请检查接口地址，或向代理的管理者确认是否允许访问这台服务器。',
  proxySocks: '该地址不是允许匿名使用的 SOCKS 代理：请检查地址和类型；如果需要用户名和密码，请填写。',
  proxyPac: 'PAC 文件无法载入或内容无效：请检查它的地址。在此之前不会绕过它发送任何内容。',
  proxyCertificate:
    '代理自身的证书不受信任：请检查代理地址，或将签发证书的机构加入这台电脑信任的证书颁发机构。',
  tlsUnknownAuthority:
    '服务器证书由这台电脑不信任的机构签发。如果是自建或公司的服务器，请将该机构加入操作系统信任的证书颁发机构。',
  tlsDate: '服务器证书不在有效期内：请检查这台电脑的日期和时间。',
  tlsName: '服务器证书是为另一个域名签发的：请检查接口地址。',
  notHttps: '此地址不支持 https。请检查端口，或将接口地址改为以 http:// 开头。',
  urlEmpty: '请填写地址，例如 https://api.openai.com/v1。',
  urlNotUrl: '这不是网址。完整的网址形如 https://api.openai.com/v1。',
  urlScheme: '地址必须以 https:// 或 http:// 开头。',
  urlCredentials: '请去掉地址中的用户名和密码；密钥请填在下方。',
  urlQuery: '请去掉“?”或“#”及其后的内容。',
  apiVersion: '请以日期形式填写 API 版本，例如 2024-10-21。',
  keyEmpty: '请填写密钥。',
  keyTooLong: '内容过长，不像是密钥：请检查粘贴的内容。',
  keyCharacters: '密钥不能含有空格、换行或其他文字：请重新粘贴。',
  keyEnvironment:
    '环境变量 OPENAI_API_KEY 含有密钥不可能有的内容，例如空格或其他文字。请改正后重新启动 Parlance，或在设置中保存密钥。',
  imageKind: '返回的内容不是 PNG、JPEG、GIF 或 WebP 图片，可尝试在浏览器中打开。',
  imageSize: '图片超过 20 MB，可尝试在浏览器中打开。',
  newer: '文件由更新版本的 Parlance 写入：请更新 Parlance。',
  diskFull: '磁盘已满：请清理空间后再试。',
  notAllowed: 'Parlance 无权写入自己的文件夹：请检查文件夹权限。',
  notWritable: '磁盘为只读：请检查它的挂载方式。',
};
