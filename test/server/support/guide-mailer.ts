interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const sent: Message[] = [];

/** Stands for the app's own `mailer` in the guide's code. */
export const mailer = {
  send(message: Message): Promise<void> {
    sent.push(message);
    return Promise.resolve();
  },
};
