/* What SQLite itself can do on the same work: takes the rows that the server wrote and writes the same rows into a copy of the
 * database as it was before, by prepared statements, so many to a transaction, each commit flushed to the disk. Prints one line
 * of JSON. Usage: limit_sqlite WRITTEN.sqlite COPY.sqlite GROUP TABLE...
 *
 * The rows of a table are those behind the last one of the copy; transaction k takes the rows k*GROUP and following of every
 * table, since one intake writes one row into each. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_TABLES = 16 };

static sqlite3 *db;
static struct table {
    sqlite3_stmt *insert;
    sqlite3_value **values;
    int columns;
    long rows;
} tables[MOST_TABLES];

static void check(int code, int expected) {
    if (code == expected) return;
    fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
    exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK); }

static void load(struct table *table, const char *name) {
    char sql[1024];
    sqlite3_stmt *select;
    snprintf(sql, sizeof sql,
        "SELECT * FROM written.%s WHERE rowid > (SELECT coalesce(max(rowid), 0) FROM main.%s) ORDER BY rowid", name, name);
    check(sqlite3_prepare_v2(db, sql, -1, &select, NULL), SQLITE_OK);
    table->columns = sqlite3_column_count(select);
    long room = 0;
    int code;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        if (table->rows == room) {
            room = room ? room * 2 : 1024;
            table->values = realloc(table->values, room * table->columns * sizeof *table->values);
            if (!table->values) exit(1);
        }
        for (int i = 0; i < table->columns; i++)
            table->values[table->rows * table->columns + i] = sqlite3_value_dup(sqlite3_column_value(select, i));
        table->rows++;
    }
    check(code, SQLITE_DONE);
    int at = snprintf(sql, sizeof sql, "INSERT INTO main.%s (", name);
    for (int i = 0; i < table->columns; i++)
        at += snprintf(sql + at, sizeof sql - at, "%s%s", i ? ", " : "", sqlite3_column_name(select, i));
    at += snprintf(sql + at, sizeof sql - at, ") VALUES (");
    for (int i = 0; i < table->columns; i++) at += snprintf(sql + at, sizeof sql - at, i ? ", ?" : "?");
    snprintf(sql + at, sizeof sql - at, ")");
    sqlite3_finalize(select);
    check(sqlite3_prepare_v2(db, sql, -1, &table->insert, NULL), SQLITE_OK);
}

static void insert(struct table *table, long row) {
    for (int i = 0; i < table->columns; i++)
        check(sqlite3_bind_value(table->insert, i + 1, table->values[row * table->columns + i]), SQLITE_OK);
    check(sqlite3_step(table->insert), SQLITE_DONE);
    check(sqlite3_reset(table->insert), SQLITE_OK);
}

int main(int count, char **arguments) {
    if (count < 5 || count > 4 + MOST_TABLES) {
        fprintf(stderr, "usage: limit_sqlite WRITTEN COPY GROUP TABLE...\n");
        return 2;
    }
    long group = atol(arguments[3]), rows = -1;
    int table_count = count - 4;
    if (sqlite3_open(arguments[2], &db)) return 1;
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON");
    char *attach = sqlite3_mprintf("ATTACH %Q AS written", arguments[1]);
    run(attach);
    for (int i = 0; i < table_count; i++) {
        load(&tables[i], arguments[4 + i]);
        if (rows < 0 || tables[i].rows < rows) rows = tables[i].rows;
    }
    run("DETACH written");
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long row = 0; row < rows;) {
        run("BEGIN IMMEDIATE");
        for (long last = row + group; row < last && row < rows; row++)
            for (int i = 0; i < table_count; i++) insert(&tables[i], row);
        run("COMMIT");
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double took = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    printf("{\"group\": %ld, \"rows\": %ld, \"per_second\": %.1f}\n", group, rows, rows / took);
    for (int i = 0; i < table_count; i++) sqlite3_finalize(tables[i].insert);
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
