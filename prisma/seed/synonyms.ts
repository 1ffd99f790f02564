/** What the demo guild's search knows to be the same. */
export const synonyms: readonly (readonly string[])[] = [
  ['A/B test', 'online experiment', 'controlled experiment'],
  ['ANN', 'approximate nearest neighbours'],
  ['CTR', 'click-through rate'],
  ['CUPED', 'variance reduction'],
  ['CV', 'cross-validation'],
  ['ECE', 'expected calibration error'],
  ['IPS', 'inverse propensity scoring', 'counterfactual evaluation'],
  ['LLM', 'large language model'],
  ['NDCG', 'normalised discounted cumulative gain'],
  ['RAG', 'retrieval-augmented generation'],
  ['SRM', 'sample ratio mismatch'],
  ['two-tower', 'dual encoder'],
];
