#include "store/statements.h"

/* A record's columns as tvx_logged wants them. */
#define LOGGED                                                                                     \
    "SELECT r.neg, r.kind, r.id, r.body, r.inlined, r.call, c.recorded, c.command FROM record r "  \
    "JOIN call c ON c.neg = r.neg AND c.call = r.call "

/* A whole report in force. */
#define REPORTS                                                                                    \
    "SELECT p.report, r.id, r.body FROM report p JOIN record r ON r.neg = p.neg AND r.id = p.id "

#define LIVE(record)                                                                               \
    "NOT EXISTS (SELECT 1 FROM successor s WHERE s.neg = " record ".neg AND s.old = " record ".id" \
    ")"

const char *const tvx_statement_texts[TVX_STATEMENTS] = {
    [TVX_SQL_ROLLBACK] = "ROLLBACK",
    [TVX_SQL_NEGOTIATION] = "SELECT neg FROM negotiation WHERE key = $1",
    [TVX_SQL_NEGOTIATIONS] = "SELECT neg, key FROM negotiation ORDER BY key",
    [TVX_SQL_NEXT_NEGOTIATION] = "SELECT COALESCE(MAX(neg), 0) + 1 FROM negotiation",
    [TVX_SQL_ADD_NEGOTIATION] = "INSERT INTO negotiation (neg, key) VALUES ($1, $2)",
    [TVX_SQL_NEXT_CALL] = "SELECT COALESCE(MAX(call), 0) + 1 FROM call",
    [TVX_SQL_ADD_CALL] = "INSERT INTO call (neg, call, recorded, command) VALUES ($1, $2, $3, $4) "
                         "ON CONFLICT (neg, call) DO NOTHING",
    [TVX_SQL_DELETE_CALL] = "DELETE FROM call WHERE neg = $1 AND call = $2",
    [TVX_SQL_LAST_CALL] = "SELECT MAX(last) FROM (SELECT (SELECT MAX(r.call) FROM record r "
                          "WHERE r.neg = n.neg) AS last FROM negotiation n) calls",
    [TVX_SQL_DELETE_NEGOTIATION] = "DELETE FROM negotiation WHERE neg = $1",
    [TVX_SQL_DELETE_NAMES] = "DELETE FROM name WHERE neg = $1",

    [TVX_SQL_ADD_RECORD] = "INSERT INTO record (neg, id, kind, body, call, place, inlined) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7)",
    [TVX_SQL_DELETE_RECORD] = "DELETE FROM record WHERE neg = $1 AND id = $2",
    [TVX_SQL_FORGOTTEN] = "SELECT 1 FROM forgotten WHERE neg = $1 AND id = $2",
    [TVX_SQL_ADD_FORGOTTEN] =
        "INSERT INTO forgotten (neg, id) VALUES ($1, $2) ON CONFLICT (neg, id) DO NOTHING",
    [TVX_SQL_RECORD] = LOGGED "WHERE r.neg = $1 AND r.id = $2",
    [TVX_SQL_KIND] = "SELECT kind FROM record WHERE neg = $1 AND id = $2",
    [TVX_SQL_ANY_RECORD] = "SELECT 1 FROM record WHERE neg = $1 LIMIT 1",
    [TVX_SQL_FIND] = "SELECT id FROM record WHERE neg = $1 AND id >= $2 AND id <= $3 "
                     "AND (kind = $4 OR $4 = 7) ORDER BY id LIMIT $5",
    [TVX_SQL_LOG] = LOGGED "WHERE r.neg = $1 ORDER BY r.call, r.place",
    [TVX_SQL_ALL] = LOGGED "WHERE r.neg = $1 ORDER BY r.kind, r.id",
    [TVX_SQL_OF_CALL] = LOGGED "WHERE r.neg IN (SELECT n.neg FROM negotiation n) "
                               "AND r.call = $1 ORDER BY r.place",

    [TVX_SQL_NAME] = "SELECT name FROM name WHERE neg = $1 AND kind = $2 AND key = $3",
    [TVX_SQL_NEXT_NAME] =
        "SELECT COALESCE(MAX(name), -1) + 1 FROM name WHERE neg = $1 AND kind = $2",
    [TVX_SQL_ADD_NAME] = "INSERT INTO name (neg, kind, name, key) VALUES ($1, $2, $3, $4)",
    [TVX_SQL_SWEEP_NAMES] =
        "DELETE FROM name WHERE neg = $1 "
        "AND NOT EXISTS (SELECT 1 FROM keyed k WHERE k.neg = name.neg AND k.kind = name.kind "
        "AND k.name = name.name) "
        "AND NOT (kind = 2 AND name IN (SELECT c.term FROM claim c WHERE c.neg = $1)) "
        "AND NOT (kind = 3 AND EXISTS (SELECT 1 FROM spelling s WHERE s.neg = name.neg "
        "AND s.outlet = name.name)) "
        "AND NOT (kind = 4 AND EXISTS (SELECT 1 FROM naming m WHERE m.neg = name.neg "
        "AND m.draft = name.name)) "
        "AND NOT (kind = 4 AND EXISTS (SELECT 1 FROM link l WHERE l.neg = name.neg "
        "AND l.target = name.name))",
    [TVX_SQL_ADD_KEYED] = "INSERT INTO keyed (neg, kind, name, id) VALUES ($1, $2, $3, $4)",
    [TVX_SQL_DELETE_KEYED] =
        "DELETE FROM keyed WHERE neg = $1 AND kind = $2 AND name = $3 AND id = $4",
    [TVX_SQL_OF_KEY] =
        LOGGED "JOIN keyed k ON k.neg = r.neg AND k.id = r.id "
               "JOIN name n ON n.neg = k.neg AND n.kind = k.kind AND n.name = k.name "
               "WHERE n.neg = $1 AND n.kind = $2 AND n.key = $3 ORDER BY k.id",
    [TVX_SQL_DECLARED] = "SELECT 1 FROM name n "
                         "JOIN keyed k ON k.neg = n.neg AND k.kind = n.kind AND k.name = n.name "
                         "WHERE n.neg = $1 AND n.kind = $2 AND n.key = $3 LIMIT 1",
    [TVX_SQL_LIVE_OF_NAME] = "SELECT k.id FROM keyed k WHERE k.neg = $1 AND k.kind = $2 "
                             "AND k.name = $3 AND " LIVE("k") " ORDER BY k.id LIMIT 1",
    [TVX_SQL_HEAD] = "SELECT h.id FROM name n "
                     "JOIN head h ON h.neg = n.neg AND h.kind = n.kind AND h.name = n.name "
                     "WHERE n.neg = $1 AND n.kind = $2 AND n.key = $3",
    [TVX_SQL_SET_HEAD] = "INSERT INTO head (neg, kind, name, id) VALUES ($1, $2, $3, $4) "
                         "ON CONFLICT (neg, kind, name) DO UPDATE SET id = excluded.id",
    [TVX_SQL_DELETE_HEAD] = "DELETE FROM head WHERE neg = $1 AND kind = $2 AND name = $3",
    [TVX_SQL_HEADS] = LOGGED "JOIN head h ON h.neg = r.neg AND h.id = r.id "
                             "JOIN name n ON n.neg = h.neg AND n.kind = h.kind AND n.name = h.name "
                             "WHERE h.neg = $1 AND h.kind = $2 ORDER BY n.key",
    [TVX_SQL_ADD_SUCCESSOR] = "INSERT INTO successor (neg, old, new, kind, name) "
                              "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (neg, old, new) DO NOTHING",
    [TVX_SQL_DELETE_SUCCESSORS] = "DELETE FROM successor WHERE neg = $1 AND new = $2",
    [TVX_SQL_SUPERSEDED] = "SELECT 1 FROM successor WHERE neg = $1 AND old = $2 AND kind = $3 "
                           "AND name = $4 LIMIT 1",
    [TVX_SQL_PREDECESSORS] = "SELECT old FROM successor WHERE neg = $1 AND new = $2 "
                             "AND kind = $3",
    [TVX_SQL_RELATED] = "SELECT new FROM successor WHERE neg = $1 AND old = $2 AND kind = $3 "
                        "UNION SELECT old FROM successor WHERE neg = $1 AND new = $2 "
                        "AND kind = $3",

    [TVX_SQL_SET_DRAFT] = "INSERT INTO draft (neg, draft, id, body) VALUES ($1, $2, $3, $4) "
                          "ON CONFLICT (neg, draft) DO UPDATE SET id = excluded.id, "
                          "body = excluded.body",
    [TVX_SQL_DELETE_DRAFT] = "DELETE FROM draft WHERE neg = $1 AND draft = $2",
    [TVX_SQL_ADD_LINK] = "INSERT INTO link (neg, target, draft) VALUES ($1, $2, $3) "
                         "ON CONFLICT (neg, target, draft) DO NOTHING",
    [TVX_SQL_DELETE_LINKS] = "DELETE FROM link WHERE neg = $1 AND draft = $2",
    [TVX_SQL_DRAFTS] = "SELECT d.draft, d.id, d.body, CASE WHEN $2 = 9223372036854775807 THEN 1 "
                       "WHEN EXISTS (SELECT 1 FROM naming m WHERE m.neg = d.neg "
                       "AND m.draft = d.draft AND m.latest <= $2 AND m.report <> $3) "
                       "THEN 1 ELSE 0 END "
                       "FROM name n JOIN draft d ON d.neg = n.neg AND d.draft = n.name "
                       "WHERE n.neg = $1 AND n.kind = 4 ORDER BY n.key",
    [TVX_SQL_FOLLOWED] = "SELECT 1 FROM name n JOIN link l ON l.neg = n.neg AND l.target = n.name "
                         "WHERE n.neg = $1 AND n.kind = 4 AND n.key = $2 LIMIT 1",

    [TVX_SQL_REPORT_NUMBER] = "SELECT report FROM report WHERE neg = $1 AND id = $2",
    [TVX_SQL_NEXT_REPORT] = "SELECT COALESCE(MAX(report), -1) + 1 FROM report WHERE neg = $1",
    [TVX_SQL_ADD_REPORT] =
        "INSERT INTO report (neg, report, id, latest, published_latest, published_earliest, head) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
    [TVX_SQL_DELETE_REPORT] = "DELETE FROM report WHERE neg = $1 AND report = $2",
    [TVX_SQL_DELETE_CLAIMS] = "DELETE FROM claim WHERE neg = $1 AND report = $2",
    [TVX_SQL_DELETE_NAMINGS] = "DELETE FROM naming WHERE neg = $1 AND report = $2",
    [TVX_SQL_DELETE_SPELLINGS] = "DELETE FROM spelling WHERE neg = $1 AND report = $2",
    [TVX_SQL_DELETE_URLS] = "DELETE FROM url WHERE neg = $1 AND report = $2",
    [TVX_SQL_ADD_CLAIM] = "INSERT INTO claim (neg, draft, term, report, claim, body) "
                          "VALUES ($1, $2, $3, $4, $5, $6) "
                          "ON CONFLICT (neg, draft, term, report, claim) DO NOTHING",
    [TVX_SQL_ADD_NAMING] = "INSERT INTO naming (neg, draft, latest, report) "
                           "VALUES ($1, $2, $3, $4) "
                           "ON CONFLICT (neg, draft, latest, report) DO NOTHING",
    [TVX_SQL_ADD_SPELLING] = "INSERT INTO spelling (neg, outlet, spelling, latest, report) "
                             "VALUES ($1, $2, $3, $4, $5) "
                             "ON CONFLICT (neg, outlet, spelling, latest, report) DO NOTHING",
    [TVX_SQL_ADD_URL] = "INSERT INTO url (neg, url, report) VALUES ($1, $2, $3)",
    [TVX_SQL_ADD_UPDATING] = "INSERT INTO updating (neg, old, report) VALUES ($1, $2, $3) "
                             "ON CONFLICT (neg, old, report) DO NOTHING",
    [TVX_SQL_DELETE_UPDATING] = "DELETE FROM updating WHERE neg = $1 AND report = $2",
    [TVX_SQL_ADD_UPDATED] = "INSERT INTO updated (neg, report, updater) VALUES ($1, $2, $3) "
                            "ON CONFLICT (neg, report, updater) DO NOTHING",
    [TVX_SQL_DELETE_UPDATED] = "DELETE FROM updated WHERE neg = $1 AND report = $2",
    [TVX_SQL_DELETE_UPDATER] = "DELETE FROM updated WHERE neg = $1 AND updater = $2",
    [TVX_SQL_UPDATING] = "SELECT report FROM updating WHERE neg = $1 AND old = $2",
    [TVX_SQL_UPDATER] = "SELECT q.id FROM updated u "
                        "JOIN report q ON q.neg = u.neg AND q.report = u.updater "
                        "WHERE u.neg = $1 AND u.report = $2 AND q.latest <= $3 "
                        "AND u.updater <> $4 "
                        "ORDER BY q.published_latest DESC, q.published_earliest DESC, q.id LIMIT 1",
    [TVX_SQL_REPORTS] = REPORTS "WHERE p.neg = $1 AND p.latest <= $2 AND p.report <> $3 "
                                "ORDER BY p.published_latest, p.published_earliest, p.id",
    [TVX_SQL_NAMING] =
        REPORTS "JOIN naming m ON m.neg = p.neg AND m.report = p.report "
                "WHERE m.neg = $1 AND m.latest <= $2 AND m.report <> $3 AND m.draft = $4 "
                "ORDER BY p.published_latest, p.published_earliest, p.id",
    [TVX_SQL_REPORT] =
        REPORTS "WHERE p.neg = $1 AND p.latest <= $2 AND p.report <> $3 AND p.id = $4",
    [TVX_SQL_CLAIMS] = "SELECT n.key, c.report, p.id, p.head, c.body, CASE WHEN EXISTS (SELECT 1 "
                       "FROM updated u WHERE u.neg = p.neg AND u.report = p.report) "
                       "THEN 1 ELSE 0 END, c.claim FROM claim c "
                       "JOIN report p ON p.neg = c.neg AND p.report = c.report "
                       "JOIN name n ON n.neg = c.neg AND n.kind = 2 AND n.name = c.term "
                       "WHERE c.neg = $1 AND c.draft = $4 AND p.latest <= $2 AND p.report <> $3 "
                       "ORDER BY c.term, c.report, c.claim",
    [TVX_SQL_SPELLING] = "SELECT s.spelling FROM name n "
                         "JOIN spelling s ON s.neg = n.neg AND s.outlet = n.name "
                         "WHERE n.neg = $1 AND n.kind = 3 AND n.key = $4 AND s.latest <= $2 "
                         "AND s.report <> $3 ORDER BY s.spelling LIMIT 1",
    [TVX_SQL_SPELLINGS] = "SELECT MIN(spelling) FROM spelling WHERE neg = $1 AND latest <= $2 "
                          "AND report <> $3 GROUP BY outlet ORDER BY 1",
    /* CROSS keeps SQLite from walking the reports by id until it meets the URL. */
    [TVX_SQL_SAME_URL] = "SELECT p.id FROM url u CROSS JOIN report p "
                         "WHERE u.neg = $1 AND u.url = $2 AND p.neg = u.neg "
                         "AND p.report = u.report AND p.id <> $3 ORDER BY p.id LIMIT 1",
    [TVX_SQL_ADD_JUDGEMENT] =
        "INSERT INTO judgement (neg, id) VALUES ($1, $2) ON CONFLICT (neg, id) DO NOTHING",
    [TVX_SQL_DELETE_JUDGEMENT] = "DELETE FROM judgement WHERE neg = $1 AND id = $2",
    [TVX_SQL_JUDGEMENTS] =
        LOGGED "JOIN judgement j ON j.neg = r.neg AND j.id = r.id WHERE j.neg = $1 ORDER BY j.id",

    [TVX_SQL_KEY_CONFLICTS] =
        "SELECT k.kind, k.name, k.id FROM keyed k "
        "JOIN name n ON n.neg = k.neg AND n.kind = k.kind AND n.name = k.name "
        "WHERE k.neg = $1 AND " LIVE("k") " ORDER BY k.kind, n.key, k.id",
    [TVX_SQL_SUPERSEDERS] = "SELECT DISTINCT s.new, r.kind FROM successor s "
                            "JOIN record r ON r.neg = s.neg AND r.id = s.new "
                            "WHERE s.neg = $1 AND r.kind >= 5 ORDER BY s.new",
};
