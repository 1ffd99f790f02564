import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const gate = createRequire(import.meta.url)('../architecture.cjs');

/** The names of the rules of the gate. */
export const ruleNames: string[] = gate.forbidden.map(({ name }: { name: string }) => name);

/** Who imports whom in a tree of source, and which rules of the gate that breaks. */
export async function cruiseTree(directory: string): Promise<ICruiseResult> {
  const before = process.cwd();
  process.chdir(directory);
  try {
    const { output } = await cruise(
      ['src'],
      {
        ...gate.options,
        ruleSet: { forbidden: gate.forbidden } as IFlattenedRuleSet,
        validate: true,
      },
      undefined,
      { tsConfig: extractTSConfig(path.join(directory, 'tsconfig.json')) },
    );
    return output as ICruiseResult;
  } finally {
    process.chdir(before);
  }
}
