import { partsOf } from '../comment-text';

/** The words of a comment: text, addresses, code and people; never HTML. */
export function CommentBody({ body, mentions }: { body: string; mentions: readonly string[] }) {
  return (
    <p className="whitespace-pre-line break-words">
      {partsOf(body, mentions).map((part, index) => {
        const key = `${index} ${part.kind}`;
        if (part.kind === 'code') {
          return (
            <code key={key} className="rounded bg-sunken px-1 font-mono text-[0.9em]">
              {part.text}
            </code>
          );
        }
        if (part.kind === 'link') {
          return (
            <a
              key={key}
              href={part.href}
              rel="noopener noreferrer nofollow"
              className="link break-all"
            >
              {part.text}
            </a>
          );
        }
        if (part.kind === 'mention') {
          return (
            <a key={key} href={`/people/${part.handle}`} className="link">
              {part.text}
            </a>
          );
        }
        return part.text;
      })}
    </p>
  );
}
