/** What the portal asks of pages that tell what was tried or read, unless the guild asks otherwise. */

export const LESSONS_LEARNED = `<!-- What happened, and what should the reader take away? Two sentences. -->

## What we wanted

<!-- Which question or number was this about? What did you expect, and why? -->

## What we tried

<!-- A paragraph for each try: what was changed, on which data, against which baseline. Link to the technique, the notebook, the code. -->

## What failed, and how we noticed

<!-- The most useful part of this page. What did it look like before anybody knew? Who or what noticed, and after how long? -->

## Why it failed

<!-- What do you know, and what do you only suspect? What would tell the two apart? -->

## What worked in the end

<!-- With its metric, its baseline and n. Perhaps nothing did: say so. -->

## What we do differently now

<!-- A check, a default, a question in the review that others can take over. Who keeps it alive? -->

## Where this may not be so

<!-- What was special about our data, scale or product? -->
`;

export const PAPER_NOTES = `<!-- Authors, title, venue, year, a link. -->

## What it claims

<!-- In your words, three sentences at most. -->

## How they know

<!-- Data, baselines, metric, size of the effect, what was ablated. Are the baselines tuned? Is there code, and does it run? -->

## What we checked ourselves

<!-- What did you run again, on which data, with which result? "Nothing yet" is an answer. -->

## What we doubt

<!-- Leakage, a metric that is not ours, data unlike ours, a baseline that is missing. -->

## Would it work here?

<!-- Which squad could use it for what? What would be the cheapest test of it? -->

## What to read next

<!-- What it builds on, and what speaks against it. -->
`;
