/** How far an import is, for its readers. */
export const STATE_NAMES: Record<string, string> = {
  comparing: 'Being compared',
  compared: 'Compared, not applied',
  applying: 'Being applied',
  applied: 'Applied',
  failed: 'Failed',
};
