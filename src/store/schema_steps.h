/*
 * The numbered SQL of schema/, made part of the program by the build: step i brings a file from
 * version i to version i + 1.
 */
#ifndef TVX_STORE_SCHEMA_STEPS_H
#define TVX_STORE_SCHEMA_STEPS_H

extern const char *const tvx_schema_steps[];
extern const int tvx_schema_version; /* how many steps there are */

#endif
