export interface RunningPostgres {
  url: string;
  stop(): void;
}

export function startPostgres(): Promise<RunningPostgres>;
