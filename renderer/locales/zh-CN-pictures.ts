import type { enPictures } from './en-pictures';
import type { Translated } from './translated';

/** Diagrams, drawings and previews of pages, in Chinese. */
export const zhCNPictures: Translated<typeof enPictures> = {
  pictures: {
    drawing: '图形',
    beingDrawn: '正在绘制…',
    notShown: '无法显示此图形：内容有误，或绘制耗时过久。',
    diagram: '图表',
    notDrawn: '此图表无法绘制，下面显示其源代码。',
    tooMuch: '内容过长，或绘制耗时过久。',
    enlarge: '放大查看',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '适应窗口',
    zoomed: '{{percent}}%',
    canvas: '图片：可拖动，也可用方向键移动',
    copySvg: '复制为 SVG',
    copyPng: '复制为 PNG',
    saveSvg: '存为 SVG',
    savePng: '存为 PNG',
    copied: '已复制。',
    failed: '无法生成此图片。',
    close: '关闭',
    page: '网页预览',
    isolated: '隔离运行：不会从网络加载任何内容。',
    scriptsOff: '脚本未运行。',
    scriptsOn: '脚本正在运行。',
    runScripts: '运行脚本',
    stopScripts: '停止脚本',
    reload: '重新加载预览',
    taller: '加高预览',
  },
};
