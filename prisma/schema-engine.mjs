#!/usr/bin/env node
/**
 * Prisma's migration commands without Prisma's downloaded engine.
 *
 * The Prisma CLI drives a native `schema-engine` binary over JSON-RPC on stdin and stdout. That
 * binary is fetched from a server many companies do not let their machines reach. The same engine
 * is published on npm as WebAssembly, so this program speaks the binary's protocol and answers
 * with the WebAssembly engine and the `pg` driver. `.config/prisma.ts` names it; whoever has the
 * native engine sets PRISMA_SCHEMA_ENGINE_BINARY and this file is not used.
 *
 * The parts, in the order in which they run: arguments, the one-shot `cli` commands, the database
 * driver with its corrections, the engine, and the JSON-RPC loop.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const STDERR = 2;
const RPC_ERROR = 4466;
const POSTGRES_TYPE = { char: 18, text: 25 };
const OPTIONS_WITHOUT_USE = new Set(['--enabled-preview-features', '--extension-types']);
/** The CLI tells its own questions from our "print" requests by number, so ours start far away. */
const PRINT_ID_OFFSET = 1_000_000_000;
/** Calls that need a database connection made by an earlier call of the same engine. */
const CALLS_THAT_NEED_A_CONNECTION = new Set(['evaluateDataLoss', 'createMigration']);

await main(process.argv.slice(2));

async function main(argv) {
  if (argv.includes('--version') || argv.includes('-V')) {
    console.log('schema-engine-cli wasm');
    return;
  }
  const { url, schemaFiles, cliCommand } = readArguments(argv);
  if (cliCommand) process.exit(await runCliCommand(cliCommand, new URL(url)));
  const SchemaEngine = await loadEngine();
  const factory = driverFactory(url && new URL(url));
  await serve((method, params) => callEngine(SchemaEngine, factory, schemaFiles, method, params));
}

// ---------------------------------------------------------------- arguments and log

function readArguments(argv) {
  const found = { url: undefined, schemaFiles: [], cliCommand: undefined };
  for (let i = 0; i < argv.length; i++) {
    const option = argv[i];
    if (option === '--datasource') found.url = JSON.parse(argv[++i]).url;
    else if (option === '--datamodels') found.schemaFiles.push(argv[++i]);
    else if (option === 'cli') found.cliCommand = argv[++i];
    else if (OPTIONS_WITHOUT_USE.has(option)) i++;
  }
  return found;
}

/** The CLI reads structured lines from stderr; the write is synchronous so an exit loses none. */
function log(level, fields) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields,
    target: 'schema_engine::logger',
  };
  writeSync(STDERR, `${JSON.stringify(line)}\n`);
}

// ---------------------------------------------------------------- cli commands

async function runCliCommand(command, url) {
  const database = databaseName(url);
  const administrative = new URL(url);
  administrative.pathname = '/postgres';
  try {
    if (command === 'can-connect-to-database') await query(url.href);
    else if (command === 'create-database')
      await query(administrative.href, `CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    else if (command === 'drop-database')
      await query(
        administrative.href,
        `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`,
      );
    else throw new Error(`The schema engine has no command "${command}".`);
    return 0;
  } catch (error) {
    log('INFO', { message: 'schema engine' }); // the CLI skips the first line it is sent
    log('ERROR', {
      message: String(error.message || error.code),
      error_code: prismaErrorCode(error),
      is_panic: false,
    });
    return 1;
  }
}

function databaseName(url) {
  return decodeURIComponent(url.pathname.slice(1));
}

async function query(connection, sql) {
  const options = typeof connection === 'string' ? { connectionString: connection } : connection;
  const client = new pg.Client(options);
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

function prismaErrorCode({ code }) {
  if (code === '3D000') return 'P1003'; // no such database
  if (code === '28P01') return 'P1000'; // wrong password
  return 'P1001'; // unreachable
}

// ---------------------------------------------------------------- database driver

/**
 * Separate fields, never a connection string: `pg` lets a connection string win over `database`,
 * which would make the shadow database of a `migrate dev` the real one.
 */
function connectionFields(url) {
  if (!url) return { database: 'none' };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: databaseName(url),
    ssl: sslOption(url.searchParams.get('sslmode')),
    // The default of ten seconds would keep every command waiting for its idle connections.
    idleTimeoutMillis: 100,
  };
}

function sslOption(mode) {
  if (mode === 'require' || mode === 'prefer' || mode === 'no-verify')
    return { rejectUnauthorized: false };
  return mode === 'verify-full' || mode === 'verify-ca' ? true : undefined;
}

function driverFactory(url) {
  const connection = connectionFields(url);
  const options = { schema: url?.searchParams.get('schema') ?? undefined, onPoolError() {} };

  class Factory extends PrismaPg {
    async connect() {
      return correctAdapter(await super.connect());
    }

    /** `migrate dev` replays the history in a throw-away database to see what has drifted. */
    async connectToShadowDb() {
      const database = `prisma_migrate_shadow_db_${randomUUID()}`;
      const administrative = { ...connection, database: 'postgres' };
      await query(administrative, `CREATE DATABASE "${database}" TEMPLATE template0`);
      const plain = await new PrismaPg({ ...connection, database }, options).connect();
      const shadow = correctAdapter(plain);
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await query(administrative, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      };
      return shadow;
    }
  }
  return bindMigrationAwareSqlAdapterFactory(new Factory(connection, options));
}

function correctAdapter(adapter) {
  readCatalogueCharacters(adapter);
  runScriptsWhole(adapter);
  return adapter;
}

/**
 * The engine's catalogue queries return Postgres' internal "char" type, which the adapter refuses.
 * It is fetched as text and then declared a character, which the engine insists on.
 */
function readCatalogueCharacters(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const characterColumns = new WeakMap();

  adapter.performIO = async (statement) => {
    const result = await performIO(statement);
    const columns = [];
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== POSTGRES_TYPE.char) continue;
      field.dataTypeID = POSTGRES_TYPE.text;
      columns.push(index);
    }
    characterColumns.set(statement, columns);
    return result;
  };
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    for (const index of characterColumns.get(statement) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

/**
 * The adapter cuts a script at every semicolon, also inside a `$$` function body. Postgres takes
 * the whole script at once, as the native engine sends it.
 */
function runScriptsWhole(adapter) {
  adapter.executeScript = async (sql) => {
    try {
      await adapter.client.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
}

// ---------------------------------------------------------------- engine

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => log('ERROR', { message, is_panic: true }),
  };
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

/** A fresh engine for every call: one that has applied migrations forgets its shadow database. */
async function callEngine(SchemaEngine, factory, schemaFiles, method, params) {
  const datamodels = schemaFiles.map((file) => [file, readFileSync(file, 'utf8')]);
  const engine = await SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    (message) => debug(message),
    factory,
  );
  try {
    if (CALLS_THAT_NEED_A_CONNECTION.has(method)) {
      const { migrationsList, filters } = params;
      await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: true,
        filters,
      });
    }
    return await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
  } finally {
    engine.free();
  }
}

function debug(message) {
  if (process.env.DEBUG) log('INFO', { message: String(message) });
}

// ---------------------------------------------------------------- JSON-RPC

/** Answers one request a line, strictly in order, until the CLI closes stdin. */
async function serve(call) {
  for await (const line of readline.createInterface({
    input: process.stdin,
    crlfDelay: Infinity,
  })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {};
    if (!method) continue; // an empty line, or the CLI's answer to one of our "print" requests
    try {
      const result = (await call(method, params)) ?? {};
      if (method === 'diff' && result.stdout != null) print(id, result.stdout);
      send({ id, result });
    } catch (error) {
      debug(error?.stack ?? error);
      send({ id, error: rpcError(error) });
    }
  }
  process.exit(0);
}

/** The native engine asks the CLI to print the outcome of a diff; it does not return it. */
function print(id, content) {
  send({ id: PRINT_ID_OFFSET + id, method: 'print', params: { content } });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function rpcError(error) {
  const details = errorDetails(error);
  return {
    code: RPC_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message: details.message ?? String(error),
      meta: details.meta ?? null,
      error_code: details.error_code ?? details.code ?? error?.code ?? null,
    },
  };
}

/** The engine's errors are JSON, either thrown as a string or wrapped in an Error. */
function errorDetails(error) {
  const text = typeof error === 'string' ? error : error?.message;
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}
