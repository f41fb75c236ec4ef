/** Before the client gives up waiting. */
export const SEND_TIMEOUT = 12_000;

/** Waits for a message to be handed over, but not for ever. */
export async function inTime(sending: Promise<void>, timeout = SEND_TIMEOUT): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The message was not handed over in time.')), timeout);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Work that sends messages, of this process: what a browser asks for a second time by itself waits for the first. */
export function sharing<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, work) => {
    const running = underWay.get(key) ?? work().finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}
