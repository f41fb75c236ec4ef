import type { ChallengeOpening } from '../controllers/challenge-opening.js';

/** What the words and ends that come later need of the screen that they stand in. */
export interface Scene {
  readonly element: HTMLElement;
  readonly controller: ChallengeOpening | undefined;
  /** Whether a drop-in shows this screen, and leads on from it. */
  readonly inside: boolean;
  readonly service: string;
  readonly language: string | undefined;
  readonly errorId: string;
  readonly helpUrl: string | null | undefined;
  readonly signInUrl: string | null | undefined;
  readonly continueUrl: string | null | undefined;
}
