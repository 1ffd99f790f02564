import { expect, test } from '@playwright/test';
import { type DemoPerson, signInAs, someMember } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

type Group = { slug: string; deliverableId: string };

/** A group of this test's own, in its fifth week, led by a person, with one draft to hand over. */
async function aGroupLedBy(lead: DemoPerson): Promise<Group> {
  const [group] = await askE2eDatabase<Group>(
    `WITH named AS (SELECT gen_random_uuid()::text AS id),
     unit AS (
       INSERT INTO "OrgUnit" (id, kind, slug, name, "validFrom", "updatedAt")
       SELECT 'u-' || id, 'WORKING_GROUP', 'e2e-' || id, 'Drift in shared features', current_date - 30, now()
         FROM named RETURNING id, slug),
     grp AS (
       INSERT INTO "WorkingGroup" (id, "unitId", question, charter, "exitTest", "sponsorId", "startsOn", "plannedEndOn", state, "createdAt")
       SELECT 'w-' || named.id, unit.id, 'How do we see drift?', 'Shared features only.', 'Two squads use it.',
              $1, current_date - 30, current_date + 40, 'ACTIVE', now() FROM named, unit RETURNING id),
     seat AS (
       INSERT INTO "WorkingGroupSeat" (id, "workingGroupId", "personId", "squadId", "isLead", "hoursPerWeek", "joinedOn")
       SELECT 's-' || named.id, grp.id, $1, (SELECT m."unitId" FROM "Membership" m
                WHERE m."personId" = $1 AND m."isPrimary" AND m."validTo" IS NULL AND m."supersededAt" IS NULL),
              true, 4, current_date - 30 FROM named, grp),
     deliverable AS (
       INSERT INTO "Deliverable" (id, "workingGroupId", position, kind, title, "dueOn")
       SELECT 'd-' || named.id, grp.id, 1, 'GUIDELINE', 'Guideline on drift', current_date + 10 FROM named, grp RETURNING id),
     step AS (
       INSERT INTO "DeliverableEvent" (id, "deliverableId", "toState", "occurredOn", "recordedAt")
       SELECT 'e-' || named.id, deliverable.id, 'DRAFT', current_date - 30, now() FROM named, deliverable)
     SELECT unit.slug, deliverable.id AS "deliverableId" FROM unit, deliverable`,
    [lead.id],
  );
  if (!group) throw new Error('The group could not be added.');
  return group;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a deliverable moves on, with the day and who recorded it', async ({
      page,
      context,
      baseURL,
    }) => {
      const lead = await someMember();
      const { slug } = await aGroupLedBy(lead);
      await signInAs(context, lead, baseURL as string);
      await page.goto(`/working-groups/${slug}`);
      await expect(page.getByText('Week 5 of 10, 6 weeks left.')).toBeVisible();

      await page.getByRole('link', { name: 'Change or move on: Guideline on drift' }).click();
      await page.getByRole('button', { name: 'Ask for review' }).click();
      await expect(page).toHaveURL(new RegExp(`/working-groups/${slug}`));
      const deliverables = page.getByRole('region', { name: 'Deliverables', exact: true });
      await expect(deliverables.getByText('In review', { exact: true })).toBeVisible();
      await deliverables.getByText('Its steps of Guideline on drift (2)').click();
      await expect(deliverables.getByText(`recorded by ${lead.name}`)).toBeVisible();
    });
  });
}

test('a proposal says what is missing before it is chartered', async ({
  page,
  context,
  baseURL,
}) => {
  const me = await someMember();
  await signInAs(context, me, baseURL as string);
  await page.goto('/working-groups/new');
  await page.getByLabel('Name').fill('Evaluation beyond clicks');
  await page.getByLabel('The question').fill('What do we measure when a click is not the goal?');
  await page.getByLabel('First day').fill('2030-03-04');
  await page.getByRole('button', { name: 'Propose this group' }).click();

  await expect(
    page.getByRole('heading', { level: 1, name: 'Evaluation beyond clicks' }),
  ).toBeVisible();
  const step = page.getByRole('region', { name: 'Before it is chartered' });
  await expect(step.getByText('Somebody sponsors it.')).toBeVisible();
  await expect(step.getByText('People of at least 2 squads have a seat.')).toBeVisible();
  await expect(page.getByRole('cell', { name: `${me.name}, lead` })).toBeVisible();
});

test('somebody outside the group reads everything and changes nothing', async ({
  page,
  context,
  baseURL,
}) => {
  const lead = await someMember();
  const { slug, deliverableId } = await aGroupLedBy(lead);
  const [outsider] = await askE2eDatabase<DemoPerson>(
    `SELECT p.id, p.handle, p.name FROM "Person" p LEFT JOIN "User" u ON u."personId" = p.id
      WHERE p.id <> $1 AND p."leftOn" IS NULL AND p."deactivatedAt" IS NULL
        AND COALESCE(u."isAdministrator", false) = false ORDER BY p.handle DESC LIMIT 1`,
    [lead.id],
  );
  if (!outsider) throw new Error('The demo guild has one person only.');
  await signInAs(context, outsider, baseURL as string);
  await page.goto(`/working-groups/${slug}`);
  await expect(page.getByText('Shared features only.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit the charter' })).toHaveCount(0);
  await page.goto(`/working-groups/${slug}/deliverables/${deliverableId}`);
  await expect(page).toHaveURL(`/working-groups/${slug}`);
});

test('the forms of working groups can be used by everybody', async ({ page, context, baseURL }) => {
  test.setTimeout(400_000);
  const lead = await someMember();
  const { slug, deliverableId } = await aGroupLedBy(lead);
  await signInAs(context, lead, baseURL as string);
  const group = `/working-groups/${slug}`;
  for (const address of [
    '/working-groups/new',
    '/working-groups?which=ended',
    group,
    `${group}/edit`,
    `${group}/seats`,
    `${group}/steps`,
    `${group}/deliverables/new`,
    `${group}/deliverables/${deliverableId}`,
  ]) {
    await expectReadable(page, address);
  }
});
