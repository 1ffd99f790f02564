/** What the portal asks of pages that say how something is done, unless the guild asks otherwise. */

export const BEST_PRACTICE = `<!-- What do you recommend, to whom, in one or two sentences? -->

## When it holds

<!-- In which situation should a squad do this: which data, scale, latency, stage of a product? -->

## When it does not hold

<!-- Where would you advise against it? What did it do harm to, or what is simpler and good enough? -->

## How to do it

<!-- The steps, with the defaults that you would begin with and why. Code where it is shorter than words. -->

## What it was checked against

<!-- The alternative or baseline, the data, the metric, n, the interval, the day. Link to the evidence. "It felt better" is an honest answer, if you say so. -->

## What it costs

<!-- Compute, latency, attention, something else to keep alive. -->

## Who does it so

<!-- Squads that use it, and since when. Squads that tried it and stopped, and why. -->
`;

export const HOW_TO = `<!-- What will the reader have when they are through? One sentence. -->

## Before you begin

<!-- Access, versions, data and knowledge that are needed. How long does it take? What can go wrong for others while you do it? -->

## Steps

1. <!-- One action a step, with the command or the place to click, and what it answers. -->
2. 
3. 

## How you know that it worked

<!-- What to look at, and what it shows when all is well. -->

## When it did not

| What you see | Why | What to do |
|---|---|---|
|  |  |  |

## How to undo it

<!-- Back to the state before, step by step. Or say plainly that it cannot be undone. -->
`;

export const GLOSSARY_ENTRY = `<!-- What it means here, in one sentence that somebody new understands. -->

## What we mean by it

<!-- The definition: a formula, a unit, a time window. What is counted, and what is not? -->

## What it is mixed up with

<!-- Words that sound the same or nearly so, and how they differ. Does the word mean something else elsewhere? -->

## An example

<!-- One, with numbers. -->

## Where it is used

<!-- Pages, dashboards, tables, code. Acronyms and synonyms that people search for. -->
`;
