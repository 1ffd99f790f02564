import { z } from 'zod';
import { keyField, longTextField, nameField } from '../fields';
import type { Json } from '../roster';

// What has no place of its own is passed through and kept, whatever the file may say some day.
const rest = z.json();
const open = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).catchall(rest);

export const leader = open({ github: keyField, name: nameField });
export type Leader = z.output<typeof leader>;

const leaders = z.array(leader).default([]);

export const meeting = open({
  description: nameField,
  day: z.string().default(''),
  time: z.string().default(''),
  tz: z.string().default(''),
  frequency: z.string().default(''),
});
export type Meeting = z.output<typeof meeting>;

export const subproject = open({
  name: nameField,
  description: longTextField.optional(),
  leads: leaders,
  meetings: z.array(meeting).default([]),
});
export type Subproject = z.output<typeof subproject>;

export const group = open({
  dir: keyField,
  name: nameField,
  mission_statement: longTextField.optional(),
  leadership: open({ chairs: leaders, tech_leads: leaders, emeritus_leads: leaders }).prefault({}),
  meetings: z.array(meeting).default([]),
  // Each is read by itself, so that a broken one costs only itself.
  subprojects: z.array(z.unknown()).default([]),
  contact: open({ liaison: leader.optional() }).optional(),
});
export type Group = z.output<typeof group>;

export const attributesOf = (entries: object) => entries as { [key: string]: Json };
