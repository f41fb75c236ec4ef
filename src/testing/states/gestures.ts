import { setOnline } from '../online.js';
import type { Screen } from './screen.js';

/** What several states begin with. */

/** Wrong in every format: it lacks the mark that the simulated server's secrets bear. */
export const WRONG_APP_CODE = '123456';
export const WRONG_BACKUP_CODE = 'WRQN-GCQD-EXYZ';

export const FIELD = '[data-part=input]';
export const ERROR = '[data-part=error]:not(:empty)';
export const BUSY = '[aria-busy=true]';
export const NEWS = '[data-part=status]:not(:empty)';

export const sendWrongAppCode = (screen: Screen): Promise<void> => screen.submit(WRONG_APP_CODE);
export const sendAppCode = (screen: Screen): Promise<void> => screen.submit(screen.server.appCode());
export const sendWrongBackupCode = (screen: Screen): Promise<void> => screen.submit(WRONG_BACKUP_CODE);
export const sendBackupCode = (screen: Screen): Promise<void> => screen.submit(screen.server.backupCode());
export const send =
  (text: string) =>
  (screen: Screen): Promise<void> =>
    screen.submit(text);

/** The browser says that it is offline while the person does something. */
export const offline =
  (gesture: (screen: Screen) => Promise<void>) =>
  async (screen: Screen): Promise<void> => {
    await screen.until(FIELD);
    const restore = setOnline(false);
    try {
      await gesture(screen);
      await screen.until(ERROR);
    } finally {
      restore();
    }
  };
