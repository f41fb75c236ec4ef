/**
 * The marks that the simulated server's secrets hold, so that one is found wherever it may not be. Letters: the word and
 * then one digit from 2 to 7, so that the word alone, in a file's name or a sentence, is no find. Digits: the first three
 * of each six-digit code.
 */
export const CANARY_LETTERS = 'CANARY';
export const CANARY_DIGITS = '738';
