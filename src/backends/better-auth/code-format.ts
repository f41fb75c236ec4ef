import type { CodeFormat } from '../../core/backup-code.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** As `backupCodeOptions` make them where nothing else is said. */
export const CODE_FORMAT: CodeFormat = {
  kind: 'grouped',
  alphabet: `${LETTERS}${LETTERS.toUpperCase()}0123456789`,
  case: 'exact',
  groups: [5, 5],
  separator: '-',
};
