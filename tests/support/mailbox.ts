import type { AddressInfo } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

/** A real SMTP server on a free port that takes every message and keeps it. */
export async function openMailbox() {
  const messages: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (message) => {
          messages.push(message);
          done();
        },
        (error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  const sentTo = (email: string) =>
    messages.filter(({ to }) =>
      [to].flat().some((list?: AddressObject) => list?.value.some((one) => one.address === email)),
    );

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    sentTo,
    /** The sign-in link in the last message to this address. */
    linkSentTo(email: string): URL {
      const text = sentTo(email).at(-1)?.text ?? '';
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (!link) throw new Error(`No link was sent to ${email}.`);
      return new URL(link);
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
