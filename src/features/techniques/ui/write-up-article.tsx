import type { TechniqueVersion } from '../queries';
import { saysNoneFound } from '../readiness';
import { writeUpSections } from '../write-up';

const chapters = [
  ['problem', 'The problem'],
  ['context', 'Where we stood'],
  ['approach', 'What we did'],
  ['failedApproaches', 'What failed'],
  ['dataChallenges', 'What the data made hard'],
  ['evaluationMethod', 'How it was evaluated'],
] as const;

const needs = [
  ['needsData', 'Data'],
  ['needsInfrastructure', 'Infrastructure'],
  ['needsSkill', 'Skill'],
] as const;

/** The write-up itself, set to be read from top to bottom. */
export function WriteUpArticle({ version }: { version: TechniqueVersion }) {
  const { id, number: _number, author: _author, createdAt: _createdAt, ...texts } = version;
  const html = writeUpSections(id, texts);
  const needed = needs.filter(([name]) => version[name] !== '');
  return (
    <article className="prose">
      {chapters.map(([name, title]) => {
        if (name === 'context' && version.context === '') return null;
        return (
          <section key={name} id={name}>
            <h2>{title}</h2>
            <SectionText text={version[name]} html={html[name]} />
          </section>
        );
      })}
      {needed.length > 0 && (
        <section id="prerequisites">
          <h2>What it needs</h2>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            {needed.map(([name, title]) => (
              <div key={name} className="contents">
                <dt className="text-base font-semibold sm:pt-px">{title}</dt>
                <dd
                  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised where it was rendered, see write-up.ts
                  dangerouslySetInnerHTML={{ __html: html[name] }}
                />
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  );
}

function SectionText({ text, html }: { text: string; html: string }) {
  if (text === '') return <p className="text-muted">Not written yet.</p>;
  if (saysNoneFound(text)) return <p className="text-muted">We looked, and found none.</p>;
  return (
    <div
      className="[&>*+*]:mt-[1.05em]"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised where it was rendered, see write-up.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
