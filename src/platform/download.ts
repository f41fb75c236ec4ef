import saveAs from 'file-saver';
import type { Platform } from '../ports/platform.js';
import { isAllowedByFrame } from './frame.js';

/**
 * A file of plain text, as UTF-8. The object URL is ours and dies with the step: the library's own lives for 40 seconds. A text
 * handed over as a string would be taken for an address.
 */
export const save: Platform['save'] = (fileName, text, life) => {
  if (life.aborted || !canDownload() || !isAllowedByFrame('allow-downloads')) return Promise.resolve('blocked');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const drop = (): void => {
    URL.revokeObjectURL(url);
    life.removeEventListener('abort', drop);
    removeEventListener('pagehide', drop);
  };
  life.addEventListener('abort', drop);
  addEventListener('pagehide', drop);
  saveAs(url, fileName);
  return Promise.resolve('offered');
};

/** Without it, and in a web view of macOS, the library would open a pop-up with the text in it. */
const canDownload = (): boolean =>
  'download' in HTMLAnchorElement.prototype &&
  !(/Macintosh.*AppleWebKit/.test(navigator.userAgent) && !navigator.userAgent.includes('Safari'));
