/** How the app's help team is reached, as its own pages say it. */
export interface Contact {
  readonly phone?: string;
  readonly hours?: string;
  /** How long it takes, in words: "one working day". */
  readonly takes?: string;
  /** What the team will do, one sentence each: "Call you on the number we already have." */
  readonly steps?: readonly string[];
}
