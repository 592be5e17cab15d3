import { type NativeImage, nativeImage } from 'electron';
import icon16 from '../../build/icons/16x16.png?inline';
import icon32 from '../../build/icons/32x32.png?inline';
import template16 from '../../build/tray/template-16.png?inline';
import template32 from '../../build/tray/template-32.png?inline';
import unread16 from '../../build/tray/unread-16.png?inline';
import unread32 from '../../build/tray/unread-32.png?inline';

const imageOf = (plain: string, fine: string): NativeImage => {
  const image = nativeImage.createEmpty();
  image.addRepresentation({ scaleFactor: 1, dataURL: plain });
  image.addRepresentation({ scaleFactor: 2, dataURL: fine });
  return image;
};

/** The icon in the tray; on macOS a shape that the system colours as its menu bar is. */
export const trayIcon = (platform: NodeJS.Platform): NativeImage => {
  if (platform !== 'darwin') return imageOf(icon16, icon32);
  const image = imageOf(template16, template32);
  image.setTemplateImage(true);
  return image;
};

/** What lies over the app's icon in the task bar of Windows while there is something to read. */
export const unreadMark = (): NativeImage => imageOf(unread16, unread32);
