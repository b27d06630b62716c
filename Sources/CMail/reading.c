#include "CMail.h"

#include <errno.h>
#include <gmime/gmime.h>
#include <iconv.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

void cmail_begin(void);

struct cmail_message {
    GMimeMessage *message;
    GMimeHeaderList *headers;
    /* GMimeObject *, borrowed from the message, and the depth of each. */
    GPtrArray *parts;
    GArray *depths;
    size_t most_parts;
    int deepest;
    bool is_cut;
};

static GMimeParserOptions *forgiving;

static void begin_once(void) {
    g_mime_init();
    forgiving = g_mime_parser_options_new();
    const char *fallbacks[] = {"utf-8", "windows-1258", "windows-1252", NULL};
    g_mime_parser_options_set_fallback_charsets(forgiving, fallbacks);
    g_mime_parser_options_set_rfc2047_compliance_mode(forgiving, GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_parameter_compliance_mode(forgiving, GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_address_compliance_mode(forgiving, GMIME_RFC_COMPLIANCE_LOOSE);
}

void cmail_begin(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_once);
}

static void walk(cmail_message *found, GMimeObject *part, int depth) {
    if (found->parts->len >= found->most_parts || depth > found->deepest) {
        found->is_cut = true;
        return;
    }
    g_ptr_array_add(found->parts, part);
    g_array_append_val(found->depths, depth);
    if (!GMIME_IS_MULTIPART(part)) return;
    int count = g_mime_multipart_get_count((GMimeMultipart *)part);
    for (int index = 0; index < count && found->parts->len < found->most_parts; index++)
        walk(found, g_mime_multipart_get_part((GMimeMultipart *)part, index), depth + 1);
    if (count > 0 && found->parts->len >= found->most_parts) found->is_cut = true;
}

cmail_message *cmail_parse(const uint8_t *bytes, size_t count, size_t most_parts, int deepest) {
    cmail_begin();
    /* The stream holds a copy: the parts of the message read from it as long as they live. */
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, forgiving);
    g_object_unref(parser);
    if (message == NULL) return NULL;

    cmail_message *found = calloc(1, sizeof *found);
    if (found == NULL) {
        g_object_unref(message);
        return NULL;
    }
    found->message = message;
    found->headers = g_mime_object_get_header_list((GMimeObject *)message);
    found->parts = g_ptr_array_new();
    found->depths = g_array_new(FALSE, FALSE, sizeof(int));
    found->most_parts = most_parts;
    found->deepest = deepest;
    GMimeObject *top = g_mime_message_get_mime_part(message);
    if (top != NULL) walk(found, top, 0);
    return found;
}

void cmail_free(cmail_message *message) {
    if (message == NULL) return;
    g_ptr_array_free(message->parts, TRUE);
    g_array_free(message->depths, TRUE);
    g_object_unref(message->message);
    free(message);
}

bool cmail_is_cut(const cmail_message *message) { return message->is_cut; }

static cmail_bytes borrowed_text(const char *text) {
    cmail_bytes bytes = {(const uint8_t *)text, text == NULL ? 0 : strlen(text)};
    return bytes;
}

size_t cmail_header_count(const cmail_message *message) {
    int count = g_mime_header_list_get_count(message->headers);
    return count > 0 ? (size_t)count : 0;
}

static GMimeHeader *header_at(const cmail_message *message, size_t index) {
    return g_mime_header_list_get_header_at(message->headers, (int)index);
}

cmail_bytes cmail_header_name(const cmail_message *message, size_t index) {
    GMimeHeader *header = header_at(message, index);
    return borrowed_text(header == NULL ? NULL : g_mime_header_get_name(header));
}

cmail_bytes cmail_header_value(const cmail_message *message, size_t index) {
    GMimeHeader *header = header_at(message, index);
    return borrowed_text(header == NULL ? NULL : g_mime_header_get_raw_value(header));
}

size_t cmail_part_count(const cmail_message *message) { return message->parts->len; }

cmail_part cmail_part_at(const cmail_message *message, size_t index) {
    GMimeObject *object = g_ptr_array_index(message->parts, index);
    GMimeContentType *type = g_mime_object_get_content_type(object);
    cmail_part part = {
        .shape = GMIME_IS_MULTIPART(object) ? CMAIL_MULTIPART : GMIME_IS_MESSAGE_PART(object) ? CMAIL_ENCLOSED : CMAIL_LEAF,
        .depth = g_array_index(message->depths, int, index),
        .type = "text",
        .subtype = "plain",
        .disposition = g_mime_object_get_disposition(object),
        .content_id = g_mime_object_get_content_id(object),
    };
    if (type != NULL) {
        const char *main = g_mime_content_type_get_media_type(type);
        const char *minor = g_mime_content_type_get_media_subtype(type);
        if (main != NULL) part.type = main;
        if (minor != NULL) part.subtype = minor;
        part.charset = g_mime_content_type_get_parameter(type, "charset");
        part.format = g_mime_content_type_get_parameter(type, "format");
        part.delsp = g_mime_content_type_get_parameter(type, "delsp");
        part.report = g_mime_content_type_get_parameter(type, "report-type");
    }
    if (GMIME_IS_PART(object)) {
        part.name = g_mime_part_get_filename((GMimePart *)object);
    } else {
        part.name = g_mime_object_get_content_disposition_parameter(object, "filename");
        if (part.name == NULL) part.name = g_mime_object_get_content_type_parameter(object, "name");
    }
    return part;
}

cmail_bytes cmail_content(const cmail_message *message, size_t index) {
    GMimeObject *object = g_ptr_array_index(message->parts, index);
    cmail_bytes content = {NULL, 0};
    GMimeStream *stream = g_mime_stream_mem_new();
    if (GMIME_IS_PART(object)) {
        GMimeDataWrapper *wrapper = g_mime_part_get_content((GMimePart *)object);
        if (wrapper != NULL) g_mime_data_wrapper_write_to_stream(wrapper, stream);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *enclosed = g_mime_message_part_get_message((GMimeMessagePart *)object);
        if (enclosed != NULL) g_mime_object_write_to_stream((GMimeObject *)enclosed, NULL, stream);
    }
    g_mime_stream_flush(stream);
    GByteArray *array = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    if (array != NULL && array->len > 0) {
        g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
        content.count = array->len;
        content.start = g_byte_array_free(array, FALSE);
    }
    g_object_unref(stream);
    return content;
}

void cmail_release(cmail_bytes bytes) { g_free((void *)bytes.start); }

bool cmail_date(const char *text, int64_t *seconds) {
    cmail_begin();
    GDateTime *date = g_mime_utils_header_decode_date(text);
    if (date == NULL) return false;
    *seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    return true;
}

/* The first mailbox in a list, also within a group. */
static InternetAddressMailbox *first_mailbox(InternetAddressList *list, int deepest) {
    int count = internet_address_list_length(list);
    for (int index = 0; index < count && deepest > 0; index++) {
        InternetAddress *address = internet_address_list_get_address(list, index);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) return (InternetAddressMailbox *)address;
        InternetAddressList *members = internet_address_group_get_members((InternetAddressGroup *)address);
        InternetAddressMailbox *found = members == NULL ? NULL : first_mailbox(members, deepest - 1);
        if (found != NULL) return found;
    }
    return NULL;
}

cmail_bytes cmail_address(const char *text) {
    cmail_begin();
    cmail_bytes address = {NULL, 0};
    InternetAddressList *list = internet_address_list_parse(forgiving, text);
    if (list == NULL) return address;
    InternetAddressMailbox *mailbox = first_mailbox(list, 4);
    const char *found = mailbox == NULL ? NULL : internet_address_mailbox_get_addr(mailbox);
    if (found != NULL) {
        address.start = (const uint8_t *)g_strdup(found);
        address.count = strlen(found);
    }
    g_object_unref(list);
    return address;
}

bool cmail_convert(const char *charset, cmail_bytes bytes, cmail_bytes *converted, size_t *faults) {
    iconv_t table = iconv_open("UTF-8", charset);
    *faults = 0;
    if (table == (iconv_t)-1) return false;
    GByteArray *result = g_byte_array_sized_new((guint)(bytes.count + bytes.count / 2 + 16));
    char *from = (char *)bytes.start;
    size_t left = bytes.count;
    char buffer[4096];
    while (left > 0) {
        char *to = buffer;
        size_t room = sizeof buffer;
        size_t status = iconv(table, &from, &left, &to, &room);
        int fault = status == (size_t)-1 ? errno : 0;
        g_byte_array_append(result, (const guint8 *)buffer, (guint)(to - buffer));
        if (fault == EILSEQ || fault == EINVAL) {
            /* The letter before may still be held back; asking for it also begins anew behind the fault. */
            to = buffer;
            room = sizeof buffer;
            if (iconv(table, NULL, NULL, &to, &room) != (size_t)-1)
                g_byte_array_append(result, (const guint8 *)buffer, (guint)(to - buffer));
            g_byte_array_append(result, (const guint8 *)"\xEF\xBF\xBD", 3);
            *faults += 1;
            from += 1;
            left -= 1;
        }
    }
    char *to = buffer;
    size_t room = sizeof buffer;
    /* glibc's windows-1258 and TCVN hold a letter back until they know whether a mark follows. */
    if (iconv(table, NULL, NULL, &to, &room) != (size_t)-1) g_byte_array_append(result, (const guint8 *)buffer, (guint)(to - buffer));
    iconv_close(table);
    converted->count = result->len;
    converted->start = g_byte_array_free(result, FALSE);
    return true;
}
