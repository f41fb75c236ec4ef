import type { Place, SettingsGround } from '../../core/settings.js';
import { readPlace, writePlace, type Return } from '../../core/settings-return.js';

/** Where it stands in this tab's storage: a proof elsewhere may lead back by any address. It is no secret. */
const KEPT = 'mfaSettings';

export function keepPlace(place: Place, ground: SettingsGround): void {
  inStorage((storage) => storage.setItem(KEPT, writePlace(place, ground, Date.now())));
}

export const keptPlace = (): Return | null => inStorage((storage) => readPlace(storage.getItem(KEPT), Date.now()));

/** They are back. */
export function dropPlace(): void {
  inStorage((storage) => storage.removeItem(KEPT));
}

/** A browser may forbid it: then nobody is brought back. */
function inStorage<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}
