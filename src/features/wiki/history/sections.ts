/** Follows a Markdown text line by line and knows which heading it stands under. */
export class SectionTracker {
  #heading: string | null = null;
  #fence: string | null = null;

  /** @returns the heading that this line stands under, or is */
  follow(line: string): string | null {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && this.#fence === null) this.#fence = mark;
    else if (mark && this.#fence && mark.startsWith(this.#fence)) this.#fence = null;
    else if (this.#fence === null) this.#heading = headingIn(line) ?? this.#heading;
    return this.#heading;
  }
}

/** The words of a heading, without the signs of a link or of emphasis around them. */
function headingIn(line: string): string | null {
  const written = /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1];
  return written?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '') ?? null;
}
