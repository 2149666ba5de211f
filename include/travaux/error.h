/*
 * Errors: every function that can fail returns TVX_OK or a negative tvx_code, and describes the
 * failure in a tvx_error that the caller owns. The first error wins: a description once set is
 * not overwritten on the way up, only completed (file, line, pointer, hint). Describing an error
 * never allocates, so that running out of memory can be described like anything else.
 */
#ifndef TRAVAUX_ERROR_H
#define TRAVAUX_ERROR_H

typedef enum tvx_code {
    TVX_OK = 0,
    TVX_ENOMEM = -1,    /* out of memory */
    TVX_EINPUT = -2,    /* what was given breaks a rule of the record, value or date format */
    TVX_ENOTFOUND = -3, /* a name or an id that is not there, or that is not unique */
    TVX_EIO = -4,       /* a file could not be read or written */
    TVX_EFILE = -5,     /* no travaux file, a damaged one, or one of a newer version */
    TVX_EBUSY = -6,     /* another process holds the file */
    TVX_EUSAGE = -7,    /* the command line is wrong */
    TVX_ESTOP = -8      /* a callback asked to stop; no message */
} tvx_code;

/*
 * Texts are UTF-8, cut at a character boundary with an ellipsis where they do not fit. They may
 * quote text from outside: whoever prints them escapes them for where they go. Zero-initialise.
 */
typedef struct tvx_error {
    int code;           /* a tvx_code; 0 while nothing has failed */
    char message[768];  /* one line: what is wrong, quoting what was given */
    char hint[384];     /* what to do about it; may be empty */
    char file[256];     /* name of the input, "" if the input has none */
    unsigned long line; /* line in that input from 1; 0 if it has none */
    char pointer[256];  /* JSON pointer (RFC 6901) into the record, "" for the whole of it */
} tvx_error;

#endif
