/** What the portal asks of pages that describe something that runs, unless the guild asks otherwise. */

export const MODEL_ARCHITECTURE = `<!-- What does the model decide, for whom, and where does it run? Two sentences. -->

## The problem

<!-- Input, output, the decision that is taken by it. What happened before there was a model? -->

## Data

<!-- Sources, labels, how they come about and how late; splits in time; what is left out; leakage that was looked for. -->

## Baselines

<!-- The simplest thing that could work, and how well it does. What must be beaten, and by how much, to be worth the trouble? -->

## The model

<!-- A diagram and the numbers that matter: features, size, loss, negatives, training time. What was tried and dropped? -->

## Offline evaluation

<!-- Metric, data, n, interval, by segment. How well did offline agree with online so far? -->

## Online evaluation

<!-- The test: unit, length, primary metric, guardrails, result with its interval. -->

## Cost

<!-- Training, serving, p99 latency, storage, people on call. -->

## Failure modes

<!-- How does it fail, how is that noticed, what does the listener see meanwhile, and what is done? Who is harmed first? -->

## Monitoring and retraining

<!-- What is watched, by whom, with which threshold. What leads to training anew? -->
`;

export const DATA_PIPELINE_PATTERN = `<!-- Which data go where, for whom, and why in this way? Two sentences. -->

## When to use it

<!-- Volume, freshness and correctness that it is made for. When is something simpler enough? -->

## Schema and contract

<!-- Keys, types, what may be null, time zones, event time and arrival time. Who may change it, and how are readers told? -->

## How it flows

<!-- A diagram: sources, steps, stores, owners. Which steps may run twice without harm? -->

## Freshness

<!-- How old may the data be, how old are they really (p50, p99), and who notices first when they are late? -->

## Backfill

<!-- How is a day or a year computed again? How long does it take, what does it cost, what must not run meanwhile? -->

## Correctness in time

<!-- How is it made sure that training sees only what was known then? -->

## Monitoring

<!-- Counts, nulls, distribution, lateness: what is checked, where, and who is called? -->

## What went wrong so far

<!-- Incidents and what was changed after each. -->
`;
