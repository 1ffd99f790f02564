import type { LanguageRegistration } from 'shiki/core';
import c from 'shiki/langs/c.mjs';
import css from 'shiki/langs/css.mjs';
import diff from 'shiki/langs/diff.mjs';
import docker from 'shiki/langs/docker.mjs';
import go from 'shiki/langs/go.mjs';
import graphql from 'shiki/langs/graphql.mjs';
import hcl from 'shiki/langs/hcl.mjs';
import html from 'shiki/langs/html.mjs';
import ini from 'shiki/langs/ini.mjs';
import java from 'shiki/langs/java.mjs';
import json from 'shiki/langs/json.mjs';
import julia from 'shiki/langs/julia.mjs';
import kotlin from 'shiki/langs/kotlin.mjs';
import make from 'shiki/langs/make.mjs';
import proto from 'shiki/langs/proto.mjs';
import python from 'shiki/langs/python.mjs';
import r from 'shiki/langs/r.mjs';
import rust from 'shiki/langs/rust.mjs';
import scala from 'shiki/langs/scala.mjs';
import shellscript from 'shiki/langs/shellscript.mjs';
import sql from 'shiki/langs/sql.mjs';
import toml from 'shiki/langs/toml.mjs';
import tsx from 'shiki/langs/tsx.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import xml from 'shiki/langs/xml.mjs';
import yaml from 'shiki/langs/yaml.mjs';

// What a guild of machine learning writes in; each is made ready when a page first needs it.
const grammars: Record<string, LanguageRegistration[]> = {
  c,
  css,
  diff,
  docker,
  go,
  graphql,
  hcl,
  html,
  ini,
  java,
  json,
  julia,
  kotlin,
  make,
  proto,
  python,
  r,
  rust,
  scala,
  shellscript,
  sql,
  toml,
  tsx,
  typescript,
  xml,
  yaml,
};

const otherNames: Record<string, string> = {
  bash: 'shellscript',
  'c++': 'c',
  cc: 'c',
  cpp: 'c',
  dockerfile: 'docker',
  ipython: 'python',
  ipython3: 'python',
  javascript: 'typescript',
  js: 'typescript',
  jsonc: 'json',
  jsx: 'tsx',
  kt: 'kotlin',
  makefile: 'make',
  patch: 'diff',
  protobuf: 'proto',
  py: 'python',
  python3: 'python',
  rs: 'rust',
  sh: 'shellscript',
  shell: 'shellscript',
  svg: 'xml',
  terraform: 'hcl',
  tf: 'hcl',
  ts: 'typescript',
  yml: 'yaml',
  zsh: 'shellscript',
};

/** The grammar that a fence's word means, with its name; null for a word that none answers to. */
export function grammarFor(word: string): { name: string; grammar: LanguageRegistration[] } | null {
  const lower = word.toLowerCase();
  const name = Object.hasOwn(otherNames, lower) ? (otherNames[lower] ?? lower) : lower;
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined;
  return grammar ? { name, grammar } : null;
}
