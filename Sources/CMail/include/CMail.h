#ifndef CMAIL_H
#define CMAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the mail channel needs of GMime, iconv and libcurl, in a shape that Swift can hold: no macros, no variadic calls, no objects
   of GLib. Nothing here blocks but cmail_line_*; nothing keeps what it was given beyond the object it made of it. */

#pragma clang assume_nonnull begin

typedef struct {
    const uint8_t *_Nullable start;
    size_t count;
} cmail_bytes;

/* ---- Reading a message ---- */

typedef struct cmail_message cmail_message;

typedef enum { CMAIL_LEAF, CMAIL_MULTIPART, CMAIL_ENCLOSED } cmail_shape;

/* One part in the order of the message; depth 0 is the outermost. Texts live as long as the message. */
typedef struct {
    cmail_shape shape;
    int depth;
    const char *type;
    const char *subtype;
    const char *_Nullable charset;
    const char *_Nullable name;
    const char *_Nullable disposition;
    const char *_Nullable content_id;
    const char *_Nullable format;
    const char *_Nullable delsp;
    const char *_Nullable report;
} cmail_part;

/* Parses bytes, of which it keeps a copy. NULL when they are no message at all. Parts beyond these bounds are left out, and
   cmail_is_cut says so. */
cmail_message *_Nullable cmail_parse(const uint8_t *bytes, size_t count, size_t most_parts, int deepest);
void cmail_free(cmail_message *_Nullable message);
bool cmail_is_cut(const cmail_message *message);

size_t cmail_header_count(const cmail_message *message);
/* As it stands in the message: folded, encoded, in whatever bytes. */
cmail_bytes cmail_header_name(const cmail_message *message, size_t index);
cmail_bytes cmail_header_value(const cmail_message *message, size_t index);

size_t cmail_part_count(const cmail_message *message);
cmail_part cmail_part_at(const cmail_message *message, size_t index);
/* The decoded content of a leaf, or the bytes of an enclosed message; to be given back with cmail_release. */
cmail_bytes cmail_content(const cmail_message *message, size_t index);
void cmail_release(cmail_bytes bytes);

/* Seconds since 1970 of a date as headers write it; false when it is none. */
bool cmail_date(const char *text, int64_t *seconds);

/* The first mailbox of an address header, in UTF-8, to be given back with cmail_release; nothing when there is none. */
cmail_bytes cmail_address(const char *text);

/* Turns bytes of a charset into UTF-8, U+FFFD for each byte that cannot be read; faults counts those. False when iconv does not know
   the charset. */
bool cmail_convert(const char *charset, cmail_bytes bytes, cmail_bytes *converted, size_t *faults);

/* ---- Writing a message ---- */

typedef struct cmail_draft cmail_draft;

cmail_draft *cmail_draft_begin(const char *text);
void cmail_draft_free(cmail_draft *_Nullable draft);
/* Headers of words are encoded (RFC 2047) and folded, those of addresses too. */
void cmail_draft_address(cmail_draft *draft, const char *header, const char *_Nullable name, const char *address);
void cmail_draft_words(cmail_draft *draft, const char *header, const char *value);
/* Ids and tokens, taken as they are. */
void cmail_draft_token(cmail_draft *draft, const char *header, const char *value);
void cmail_draft_date(cmail_draft *draft, int64_t seconds, int zone_hours);
void cmail_draft_file(cmail_draft *draft, const char *name, const char *content_type, cmail_bytes bytes);
/* The whole message with CRLF line ends, to be given back with cmail_release. The boundary parts text and files. */
cmail_bytes cmail_draft_end(cmail_draft *draft, const char *boundary);

/* ---- A line to a server: blocks the thread ---- */

typedef struct cmail_line cmail_line;

typedef struct {
    const char *url;
    const char *_Nullable user;
    const char *_Nullable password;
    /* A file of certificates that are trusted besides those of the system's; NULL: none. */
    const char *_Nullable authorities;
    /* STARTTLS must succeed; without it, it is used when the server offers it. */
    bool must_encrypt;
    /* Milliseconds. */
    long connect_timeout;
    long whole_timeout;
} cmail_place;

typedef enum {
    CMAIL_OK,
    CMAIL_UNREACHABLE,
    CMAIL_LOGIN_REFUSED,
    CMAIL_TLS_FAILED,
    CMAIL_TIMEOUT,
    CMAIL_REFUSED,
    CMAIL_BROKEN,
} cmail_outcome;

cmail_line *_Nullable cmail_line_new(void);
void cmail_line_free(cmail_line *_Nullable line);

/* Connects, encrypts and signs in; afterwards the line carries whatever is spoken with cmail_line_send and cmail_line_receive. */
cmail_outcome cmail_line_open(cmail_line *line, const cmail_place *place);
cmail_outcome cmail_line_send(cmail_line *line, cmail_bytes bytes, long timeout);
/* Reads at least one byte; CMAIL_BROKEN when the other side has hung up. */
cmail_outcome cmail_line_receive(cmail_line *line, uint8_t *buffer, size_t room, size_t *count, long timeout);

/* Sends one message by SMTP; the connection stays open for the next one. */
cmail_outcome cmail_line_mail(cmail_line *line, const cmail_place *place, const char *from, const char *to, cmail_bytes message);

/* The last code with which the server answered, 0 when it did not; and the line that carried it, or libcurl's words. */
long cmail_line_code(const cmail_line *line);
const char *cmail_line_words(const cmail_line *line);

#pragma clang assume_nonnull end

#endif
