/*
 * The words that records and answers use, as lists that end with NULL: see travaux/record.h.
 */
#ifndef TVX_MODEL_WORDS_H
#define TVX_MODEL_WORDS_H

extern const char *const tvx_record_kind_words[]; /* from TVX_RECORD_NEGOTIATION */
extern const char *const tvx_basis_words[];       /* from TVX_BASIS_TEXT */
extern const char *const tvx_stance_words[];      /* from TVX_STANCE_STATED */
extern const char *const tvx_position_words[];    /* from TVX_POSITION_SEEKS */
extern const char *const tvx_event_words[];       /* from TVX_EVENT_PRESENTED */
extern const char *const tvx_act_words[];         /* from TVX_ACT_RETRACT */
extern const char *const tvx_change_words[];      /* from TVX_CHANGE_FIRST_REPORTED */
extern const char *const tvx_kind_words[];        /* from TVX_KIND_PERCENTAGE */

#endif
