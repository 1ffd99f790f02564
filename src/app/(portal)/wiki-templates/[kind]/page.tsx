import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { kindFrom, pageKindName } from '@/features/wiki/kinds';
import { restoreDefaultTemplateAction } from '@/features/wiki/templates/actions';
import { getTemplate } from '@/features/wiki/templates/queries';
import { DEFAULT_TEMPLATES } from '@/features/wiki/templates/template-texts';
import { LastWorded } from '@/features/wiki/templates/ui/last-worded';
import { TemplateForm } from '@/features/wiki/templates/ui/template-form';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindFrom((await params).kind);
  return { title: kind ? `Template: ${pageKindName(kind)}` : 'Templates' };
}

export default async function TemplatePage({ params }: Props) {
  const context = await requestContext();
  const kind = kindFrom((await params).kind);
  if (!kind) notFound();
  const template = await getTemplate(context, kind);
  const { number, markdown, isDefault, last, earlier, canWord } = template;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: '/wiki-templates', label: 'Templates' },
        ]}
        kicker="Template"
        title={template.label}
      />
      <p className="-mt-4 mb-6 text-sm text-muted">
        <LastWorded wording={last} now={context.now} />. Pages that are there already stay as they
        are.
      </p>
      {canWord ? (
        <TemplateForm
          key={number}
          template={{ kind, number, markdown }}
          timeZone={context.actor.timeZone}
        />
      ) : (
        <Wording text={markdown} />
      )}
      {!isDefault && (
        <details className="mt-8 max-w-4xl">
          <summary className="text-sm font-medium">What the portal brings for this kind</summary>
          <Wording text={DEFAULT_TEMPLATES[kind]} />
          {canWord && (
            <ActionForm action={restoreDefaultTemplateAction} className="mt-3">
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="baseNumber" value={number} />
              <SubmitButton look="secondary" size="small">
                Use this instead
              </SubmitButton>
            </ActionForm>
          )}
        </details>
      )}
      {earlier.length > 0 && (
        <div className="mt-8">
          <Section title="Earlier wordings">
            <ul className="max-w-4xl divide-y divide-line">
              {earlier.map((wording) => (
                <li key={wording.number} className="py-2 text-sm">
                  {wording.markdown === null ? (
                    <LastWorded wording={wording} now={context.now} />
                  ) : (
                    <details>
                      <summary>
                        <LastWorded wording={wording} now={context.now} isLinked={false} />
                      </summary>
                      <Wording text={wording.markdown} />
                    </details>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </>
  );
}

function Wording({ text }: { text: string }) {
  return (
    <pre className="mt-2 max-w-4xl whitespace-pre-wrap rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm leading-6 [overflow-wrap:anywhere]">
      {text}
    </pre>
  );
}
