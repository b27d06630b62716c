#include "CMail.h"

#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>

void cmail_begin(void);

struct cmail_draft {
    GMimeMessage *message;
    GMimeObject *text;
    GPtrArray *files;
};

static GMimeDataWrapper *wrapped(const void *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeDataWrapper *wrapper = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_object_unref(stream);
    return wrapper;
}

static void fill(GMimePart *part, const void *bytes, size_t count, GMimeContentEncoding encoding) {
    GMimeDataWrapper *wrapper = wrapped(bytes, count);
    g_mime_part_set_content(part, wrapper);
    g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(wrapper);
}

cmail_draft *cmail_draft_begin(const char *text) {
    cmail_begin();
    cmail_draft *draft = g_new0(cmail_draft, 1);
    draft->message = g_mime_message_new(TRUE);
    draft->files = g_ptr_array_new_with_free_func(g_object_unref);
    GMimePart *part = g_mime_part_new_with_type("text", "plain");
    g_mime_object_set_content_type_parameter((GMimeObject *)part, "charset", "utf-8");
    fill(part, text, strlen(text), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    draft->text = (GMimeObject *)part;
    return draft;
}

void cmail_draft_free(cmail_draft *draft) {
    if (draft == NULL) return;
    g_ptr_array_free(draft->files, TRUE);
    g_object_unref(draft->text);
    g_object_unref(draft->message);
    g_free(draft);
}

void cmail_draft_address(cmail_draft *draft, const char *header, const char *name, const char *address) {
    InternetAddress *mailbox = internet_address_mailbox_new(name, address);
    InternetAddressList *list = internet_address_list_new();
    internet_address_list_add(list, mailbox);
    g_object_unref(mailbox);
    char *words = internet_address_list_to_string(list, NULL, FALSE);
    g_mime_object_set_header((GMimeObject *)draft->message, header, words, "utf-8");
    g_free(words);
    g_object_unref(list);
}

void cmail_draft_words(cmail_draft *draft, const char *header, const char *value) {
    g_mime_object_set_header((GMimeObject *)draft->message, header, value, "utf-8");
}

void cmail_draft_token(cmail_draft *draft, const char *header, const char *value) {
    g_mime_object_set_header((GMimeObject *)draft->message, header, value, NULL);
}

void cmail_draft_date(cmail_draft *draft, int64_t seconds, int zone_hours) {
    GTimeZone *zone = g_time_zone_new_offset(zone_hours * 3600);
    GDateTime *moment = g_date_time_new_from_unix_utc(seconds);
    if (moment != NULL) {
        GDateTime *local = g_date_time_to_timezone(moment, zone);
        g_mime_message_set_date(draft->message, local);
        g_date_time_unref(local);
        g_date_time_unref(moment);
    }
    g_time_zone_unref(zone);
}

void cmail_draft_file(cmail_draft *draft, const char *name, const char *content_type, cmail_bytes bytes) {
    GMimeContentType *type = g_mime_content_type_parse(NULL, content_type);
    GMimePart *part = g_mime_part_new();
    g_mime_object_set_content_type((GMimeObject *)part, type);
    g_object_unref(type);
    g_mime_object_set_disposition((GMimeObject *)part, GMIME_DISPOSITION_ATTACHMENT);
    g_mime_part_set_filename(part, name);
    fill(part, bytes.start, bytes.count, GMIME_CONTENT_ENCODING_BASE64);
    g_ptr_array_add(draft->files, part);
}

cmail_bytes cmail_draft_end(cmail_draft *draft, const char *boundary) {
    if (draft->files->len == 0) {
        g_mime_message_set_mime_part(draft->message, draft->text);
    } else {
        GMimeMultipart *mixed = g_mime_multipart_new_with_subtype("mixed");
        g_mime_multipart_set_boundary(mixed, boundary);
        g_mime_multipart_add(mixed, draft->text);
        for (guint index = 0; index < draft->files->len; index++)
            g_mime_multipart_add(mixed, (GMimeObject *)g_ptr_array_index(draft->files, index));
        g_mime_message_set_mime_part(draft->message, (GMimeObject *)mixed);
        g_object_unref(mixed);
    }
    GMimeFormatOptions *format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_object_write_to_stream((GMimeObject *)draft->message, format, stream);
    g_mime_stream_flush(stream);
    GByteArray *array = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
    cmail_bytes whole = {NULL, array->len};
    whole.start = g_byte_array_free(array, FALSE);
    g_object_unref(stream);
    g_mime_format_options_free(format);
    return whole;
}
