#include "store/sql.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

#include "base/fail.h"

/* SQLite's result codes in the user's words: extended ones before their primary ones. */
static const struct failure {
    int sqlite, code;
    const char *message, *hint;
} FAILURES[] = {
    {SQLITE_BUSY, TVX_EBUSY, "another program is writing to '%s'",
     "wait until it has finished, then try again; nothing was changed"},
    {SQLITE_LOCKED, TVX_EBUSY, "another program holds '%s'",
     "wait until it has finished, then try again; nothing was changed"},
    {SQLITE_NOTADB, TVX_EFILE, "'%s' is no travaux file",
     "make a new file with travaux init, or name another with --db"},
    {SQLITE_CORRUPT, TVX_EFILE, "'%s' is damaged",
     "restore it from a copy; travaux check says what is wrong"},
    {SQLITE_READONLY_ROLLBACK, TVX_EFILE, "'%s' was left in the middle of a change",
     "have the change taken back first: travaux check --db FILE"},
    {SQLITE_READONLY, TVX_EIO, "'%s' may not be written to",
     "change the permissions of the file and of its folder"},
    {SQLITE_FULL, TVX_EIO, "the disk is full: '%s' cannot be written",
     "make room and try again; nothing was changed"},
    {SQLITE_CANTOPEN, TVX_EIO, "'%s' cannot be opened",
     "see whether it and its folder are there and may be read"},
    {SQLITE_PERM, TVX_EIO, "'%s' may not be opened", "change the permissions of the file"},
    {SQLITE_IOERR, TVX_EIO, "'%s' could not be read or written",
     "see whether the disk is full or damaged; nothing was changed"},
};

int tvx_store_fail(tvx_store *store, tvx_error *error)
{
    int extended = store->db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(store->db);
    int primary = extended & 0xff;
    if (primary == SQLITE_NOMEM || extended == SQLITE_IOERR_NOMEM)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < sizeof FAILURES / sizeof *FAILURES; i++) {
        const struct failure *f = &FAILURES[i];
        if (f->sqlite == extended || f->sqlite == primary) {
            char message[sizeof error->message];
            sqlite3_snprintf((int)sizeof message, message, f->message, store->path);
            int code = tvx_fail(error, f->code, "%s", message);
            tvx_fail_hint(error, "%s", f->hint);
            return code;
        }
    }
    return tvx_fail(error, TVX_EFILE, "'%s': %s", store->path, sqlite3_errmsg(store->db));
}

static int hex_digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* A file from a stranger may hold ids that are too short: they name nothing. */
static int bind_id(sqlite3_stmt *statement, int at, const char *id)
{
    unsigned char bytes[TVX_ID_BYTES];
    size_t n = 0;
    for (; n < TVX_ID_BYTES && id[2 * n] != '\0' && id[2 * n + 1] != '\0'; n++)
        bytes[n] = (unsigned char)(hex_digit(id[2 * n]) * 16 + hex_digit(id[2 * n + 1]));
    return sqlite3_bind_blob(statement, at, bytes, (int)n, SQLITE_TRANSIENT);
}

static int bind_bytes(sqlite3_stmt *statement, int at, const void *bytes, size_t n)
{
    return n == 0 ? sqlite3_bind_zeroblob(statement, at, 0)
                  : sqlite3_bind_blob64(statement, at, bytes, n, SQLITE_TRANSIENT);
}

/* SQLite numbers `$1`, `$2` … by where they first stand in the text: they are names to it. */
static int parameter(sqlite3_stmt *statement, int number)
{
    char name[] = {'$', (char)('0' + number), '\0'};
    return sqlite3_bind_parameter_index(statement, name);
}

static int bind_all(sqlite3_stmt *statement, const char *types, va_list args)
{
    int code = SQLITE_OK;
    for (int number = 1; types[number - 1] != '\0' && code == SQLITE_OK; number++) {
        int at = parameter(statement, number);
        switch (types[number - 1]) {
        case 'i':
            code = sqlite3_bind_int64(statement, at, va_arg(args, int64_t));
            break;
        case 't':
            code =
                sqlite3_bind_text(statement, at, va_arg(args, const char *), -1, SQLITE_TRANSIENT);
            break;
        case 'h':
            code = bind_id(statement, at, va_arg(args, const char *));
            break;
        default: {
            const void *bytes = va_arg(args, const void *);
            code = bind_bytes(statement, at, bytes, va_arg(args, size_t));
        }
        }
    }
    return code;
}

static int prepare(tvx_store *store, tvx_statement which, sqlite3_stmt **out)
{
    return sqlite3_prepare_v3(store->db, tvx_statement_texts[which], -1, SQLITE_PREPARE_PERSISTENT,
                              out, NULL);
}

int tvx_prepare(tvx_store *store, tvx_statement which, tvx_error *error)
{
    sqlite3_stmt **kept = &store->prepared[which];
    int code = *kept == NULL ? prepare(store, which, kept) : SQLITE_OK;
    return code == SQLITE_OK ? TVX_OK : tvx_store_fail(store, error);
}

/* Takes the prepared statement, or a second one where a caller further up is stepping through it.
 */
static int take(tvx_rows *rows, tvx_statement which)
{
    sqlite3_stmt **kept = &rows->store->prepared[which];
    rows->owned = *kept != NULL && sqlite3_stmt_busy(*kept);
    if (rows->owned)
        return prepare(rows->store, which, &rows->statement);
    int code = *kept == NULL ? prepare(rows->store, which, kept) : SQLITE_OK;
    rows->statement = *kept;
    return code;
}

static int open_rows(tvx_rows *rows, tvx_store *store, tvx_statement which, tvx_error *error,
                     const char *types, va_list args)
{
    *rows = (tvx_rows){.store = store, .error = error};
    int code = take(rows, which);
    if (code == SQLITE_OK)
        code = bind_all(rows->statement, types, args);
    if (code != SQLITE_OK)
        rows->code = tvx_store_fail(store, error);
    return rows->code;
}

int tvx_rows_open(tvx_rows *rows, tvx_store *store, tvx_statement which, tvx_error *error,
                  const char *types, ...)
{
    va_list args;
    va_start(args, types);
    int code = open_rows(rows, store, which, error, types, args);
    va_end(args);
    return code;
}

bool tvx_rows_next(tvx_rows *rows)
{
    if (rows->code != TVX_OK)
        return false;
    int code = sqlite3_step(rows->statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        rows->code = tvx_store_fail(rows->store, rows->error);
    return false;
}

int tvx_rows_close(tvx_rows *rows)
{
    if (rows->owned) {
        sqlite3_finalize(rows->statement);
    } else if (rows->statement != NULL) {
        sqlite3_reset(rows->statement);
        sqlite3_clear_bindings(rows->statement);
    }
    rows->statement = NULL;
    return rows->code;
}

int64_t tvx_rows_int(const tvx_rows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column);
}

const char *tvx_rows_text(const tvx_rows *rows, int column)
{
    const unsigned char *text = sqlite3_column_text(rows->statement, column);
    return text == NULL ? "" : (const char *)text;
}

const char *tvx_rows_bytes(const tvx_rows *rows, int column, size_t *n)
{
    const void *bytes = sqlite3_column_blob(rows->statement, column);
    *n = bytes == NULL ? 0 : (size_t)sqlite3_column_bytes(rows->statement, column);
    return bytes == NULL ? "" : bytes;
}

void tvx_rows_id(const tvx_rows *rows, int column, char id[TVX_ID_HEX + 1])
{
    static const char DIGITS[] = "0123456789abcdef";
    size_t n;
    const unsigned char *bytes = (const unsigned char *)tvx_rows_bytes(rows, column, &n);
    size_t used = n < TVX_ID_BYTES ? n : TVX_ID_BYTES;
    for (size_t i = 0; i < used; i++) {
        id[2 * i] = DIGITS[bytes[i] >> 4];
        id[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    id[2 * used] = '\0';
}

int tvx_run(tvx_store *store, tvx_statement which, tvx_error *error, const char *types, ...)
{
    tvx_rows rows;
    va_list args;
    va_start(args, types);
    open_rows(&rows, store, which, error, types, args);
    va_end(args);
    while (tvx_rows_next(&rows))
        ;
    return tvx_rows_close(&rows);
}

int tvx_run_int(tvx_store *store, tvx_statement which, int64_t *out, int64_t otherwise,
                tvx_error *error, const char *types, ...)
{
    tvx_rows rows;
    va_list args;
    va_start(args, types);
    open_rows(&rows, store, which, error, types, args);
    va_end(args);
    *out = tvx_rows_next(&rows) ? tvx_rows_int(&rows, 0) : otherwise;
    return tvx_rows_close(&rows);
}

int tvx_run_text(tvx_store *store, const char *sql, tvx_error *error)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return tvx_store_fail(store, error);
    return TVX_OK;
}
