/*
 * Dates: EDTF (ISO 8601-2:2019) level 0 and, of level 1, qualification of a complete date,
 * unspecified digits from the right and extended intervals; plus a time of day to the minute or
 * second with or without offset. No seasons. A date is an interval of seconds and its text.
 */
#ifndef TRAVAUX_DATE_H
#define TRAVAUX_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define TVX_TIME_MIN INT64_MIN /* an open or unknown beginning */
#define TVX_TIME_MAX INT64_MAX /* an open or unknown end */

typedef enum tvx_precision {
    TVX_PRECISION_TIME,    /* 2025-02-24T22:12 */
    TVX_PRECISION_DAY,     /* 2025-02-24, 2025-02-24~ */
    TVX_PRECISION_MONTH,   /* 2025-02, 2025-02~, 2025-02-XX */
    TVX_PRECISION_YEAR,    /* 2025, 2025-XX, 2025-XX-XX, 202X, 20XX */
    TVX_PRECISION_INTERVAL /* 2025-02-21/2025-02-24, ../2025-02-12 */
} tvx_precision;

/*
 * Seconds count from 1970-01-01T00:00Z in the proleptic Gregorian calendar; both ends belong to
 * the interval: the day 2025-02-24 ends at 23:59:59, the minute 22:12 at 22:12:59. A time without
 * offset counts as written, as if UTC.
 */
typedef struct tvx_date {
    const char *text;      /* as given; borrowed from whoever parsed it; NULL = no date */
    int64_t earliest;      /* TVX_TIME_MIN where the beginning is open or unknown */
    int64_t latest;        /* TVX_TIME_MAX where the end is open or unknown */
    int64_t wide_earliest; /* the same, an approximate or uncertain end (~ ? %) widened to its */
    int64_t wide_latest;   /* whole month, or to its year if it is a month: for known-by alone */
    tvx_precision precision;
    bool qualified; /* bears ~ ? or % somewhere */
    bool zoned;     /* a time with an offset or Z */
} tvx_date;

#define TVX_DATE_HUMAN 64 /* bytes that hold any date as people read it, its final NUL included */

/*
 * A date as people read it: "12 Feb 2025", "Feb 2025", "2025", "2020s", "12–24 Feb 2025", "to 12
 * Feb 2025", "from 12 Feb 2025", "about 12 Feb 2025" (~), "12 Feb 2025 (uncertain)" (?), "24 Feb
 * 2025 22:12", a time with an offset in UTC: "24 Feb 2025 20:12 UTC". Without its year ("12 Feb")
 * where that is clear from around it, and where the date has more than a year, and not two of
 * them. "" where there is no date.
 */
void tvx_human_date(const tvx_date *date, bool with_year, char out[TVX_DATE_HUMAN]);

#endif
