import type Database from "better-sqlite3";
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "./schema.ts";

/** Builds typed SQL; nothing runs until a handle is given the compiled query. */
export const sqlBuilder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Anything Kysely can compile into a query whose rows are of type O. */
export interface Compilable<O> {
  compile(): CompiledQuery<O>;
}

type Bindable = string | number | bigint | null | Uint8Array;

/** Reads from a book: synchronous, on a snapshot where the caller opened one. */
export class ReadHandle {
  protected readonly database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  /** All rows of a query. */
  all<O>(query: Compilable<O>): O[] {
    const { sql, parameters } = query.compile();
    return this.reading(sql).all(...(parameters as Bindable[])) as O[];
  }

  /** The first row of a query, if any. */
  get<O>(query: Compilable<O>): O | undefined {
    const { sql, parameters } = query.compile();
    return this.reading(sql).get(...(parameters as Bindable[])) as O | undefined;
  }

  /** The first row of a query that always has one. */
  one<O>(query: Compilable<O>): O {
    const row = this.get(query);
    if (row === undefined) throw new Error("a query that always has a row returned none");
    return row;
  }

  /** A prepared reading statement, kept for hot paths; parameters are positional. */
  reading(sql: string): Database.Statement {
    const statement = this.prepared(sql);
    if (!statement.readonly) throw new Error("a reading statement must not write");
    return statement;
  }

  protected prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Writes to a book; only `transact` makes one, for the length of one SQL transaction. */
export class WriteHandle extends ReadHandle {
  /** Runs a writing query; returns how many rows changed and the last row id. */
  run(query: Compilable<unknown>): { changes: number; id: number } {
    const { sql, parameters } = query.compile();
    const done = this.prepared(sql).run(...(parameters as Bindable[]));
    return { changes: done.changes, id: Number(done.lastInsertRowid) };
  }

  /** A prepared writing statement, kept for hot paths; parameters are positional. */
  writing(sql: string): Database.Statement {
    return this.prepared(sql);
  }
}
