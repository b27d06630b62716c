#include "CMail.h"

#include <curl/curl.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

struct cmail_line {
    CURL *handle;
    char words[512];
    char complaint[CURL_ERROR_SIZE];
    cmail_bytes upload;
    size_t sent;
};

static void begin_once(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

cmail_line *cmail_line_new(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_once);
    cmail_line *line = calloc(1, sizeof *line);
    if (line == NULL) return NULL;
    line->handle = curl_easy_init();
    if (line->handle == NULL) {
        free(line);
        return NULL;
    }
    return line;
}

void cmail_line_free(cmail_line *line) {
    if (line == NULL) return;
    curl_easy_cleanup(line->handle);
    free(line);
}

/* "450 …", "550 …" */
static bool is_refusal(const char *words) {
    return (words[0] == '4' || words[0] == '5') && words[1] >= '0' && words[1] <= '9' && words[2] >= '0' && words[2] <= '9';
}

/* Keeps the last line that carries an answer: "550 5.1.1 …" of SMTP, "A001 NO …" of IMAP. A refusal is not talked over by the farewell. */
static size_t hear(char *bytes, size_t size, size_t count, void *context) {
    cmail_line *line = context;
    size_t length = size * count;
    while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == '\n')) length--;
    bool is_farewell = length >= 3 && bytes[0] == '2' && is_refusal(line->words);
    if (length > 0 && bytes[0] != '*' && bytes[0] != '+' && !is_farewell) {
        if (length >= sizeof line->words) length = sizeof line->words - 1;
        memcpy(line->words, bytes, length);
        line->words[length] = 0;
    }
    return size * count;
}

static size_t swallow(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static size_t give(char *buffer, size_t size, size_t count, void *context) {
    cmail_line *line = context;
    size_t room = size * count;
    size_t left = line->upload.count - line->sent;
    if (left < room) room = left;
    if (room > 0) memcpy(buffer, line->upload.start + line->sent, room);
    line->sent += room;
    return room;
}

static int rewind_upload(void *context, curl_off_t offset, int origin) {
    cmail_line *line = context;
    if (origin != SEEK_SET || offset < 0 || (size_t)offset > line->upload.count) return CURL_SEEKFUNC_FAIL;
    line->sent = (size_t)offset;
    return CURL_SEEKFUNC_OK;
}

static void prepare(cmail_line *line, const cmail_place *place) {
    CURL *handle = line->handle;
    curl_easy_reset(handle);
    line->words[0] = 0;
    line->complaint[0] = 0;
    curl_easy_setopt(handle, CURLOPT_URL, place->url);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "imap,imaps,smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, line->complaint);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, hear);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, line);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, swallow);
    curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, place->connect_timeout);
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, place->whole_timeout / 1000 + 1);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, place->whole_timeout);
    curl_easy_setopt(handle, CURLOPT_USE_SSL, (long)(place->must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (place->authorities != NULL) curl_easy_setopt(handle, CURLOPT_CAINFO, place->authorities);
    if (place->user != NULL) curl_easy_setopt(handle, CURLOPT_USERNAME, place->user);
    if (place->password != NULL) curl_easy_setopt(handle, CURLOPT_PASSWORD, place->password);
}

static cmail_outcome judged(cmail_line *line, CURLcode code) {
    switch (code) {
    case CURLE_OK:
        return CMAIL_OK;
    case CURLE_LOGIN_DENIED:
        return CMAIL_LOGIN_REFUSED;
    case CURLE_OPERATION_TIMEDOUT:
        return CMAIL_TIMEOUT;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
        return CMAIL_TLS_FAILED;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
        return CMAIL_UNREACHABLE;
    case CURLE_WEIRD_SERVER_REPLY:
        /* A refusal in the greeting, before anything of ours was said, is about the server and not about the message. */
        if (line->sent == 0) return CMAIL_UNREACHABLE;
        return cmail_line_code(line) >= 400 ? CMAIL_REFUSED : CMAIL_BROKEN;
    default:
        return cmail_line_code(line) >= 400 ? CMAIL_REFUSED : CMAIL_BROKEN;
    }
}

static cmail_outcome outcome(cmail_line *line, CURLcode code) {
    cmail_outcome verdict = judged(line, code);
    /* What the server said tells why it refused; why there was no talk at all, libcurl knows. */
    bool is_refused = verdict == CMAIL_REFUSED || verdict == CMAIL_LOGIN_REFUSED;
    if (code != CURLE_OK && (!is_refused || line->words[0] == 0))
        snprintf(line->words, sizeof line->words, "%s", line->complaint[0] ? line->complaint : curl_easy_strerror(code));
    return verdict;
}

cmail_outcome cmail_line_open(cmail_line *line, const cmail_place *place) {
    prepare(line, place);
    line->sent = 0;
    curl_easy_setopt(line->handle, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(line->handle, CURLOPT_FRESH_CONNECT, 1L);
    return outcome(line, curl_easy_perform(line->handle));
}

static long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static cmail_outcome await(cmail_line *line, short events, long deadline) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(line->handle, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD) return CMAIL_BROKEN;
    struct pollfd waiting = {.fd = socket, .events = events};
    for (;;) {
        long left = deadline - milliseconds();
        if (left <= 0) return CMAIL_TIMEOUT;
        int ready = poll(&waiting, 1, (int)left);
        if (ready > 0) return CMAIL_OK;
        if (ready < 0 && errno != EINTR) return CMAIL_BROKEN;
    }
}

cmail_outcome cmail_line_send(cmail_line *line, cmail_bytes bytes, long timeout) {
    long deadline = milliseconds() + timeout;
    size_t sent = 0;
    while (sent < bytes.count) {
        size_t count = 0;
        CURLcode code = curl_easy_send(line->handle, bytes.start + sent, bytes.count - sent, &count);
        if (code == CURLE_AGAIN) {
            cmail_outcome ready = await(line, POLLOUT, deadline);
            if (ready != CMAIL_OK) return ready;
        } else if (code != CURLE_OK) {
            return CMAIL_BROKEN;
        } else {
            sent += count;
        }
    }
    return CMAIL_OK;
}

cmail_outcome cmail_line_receive(cmail_line *line, uint8_t *buffer, size_t room, size_t *count, long timeout) {
    long deadline = milliseconds() + timeout;
    for (;;) {
        *count = 0;
        CURLcode code = curl_easy_recv(line->handle, buffer, room, count);
        if (code == CURLE_OK) return *count > 0 ? CMAIL_OK : CMAIL_BROKEN;
        if (code != CURLE_AGAIN) return CMAIL_BROKEN;
        cmail_outcome ready = await(line, POLLIN, deadline);
        if (ready != CMAIL_OK) return ready;
    }
}

cmail_outcome cmail_line_mail(cmail_line *line, const cmail_place *place, const char *from, const char *to, cmail_bytes message) {
    prepare(line, place);
    line->upload = message;
    line->sent = 0;
    struct curl_slist *recipients = curl_slist_append(NULL, to);
    if (recipients == NULL) return CMAIL_BROKEN;
    CURL *handle = line->handle;
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, line);
    curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, rewind_upload);
    curl_easy_setopt(handle, CURLOPT_SEEKDATA, line);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)message.count);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    CURLcode code = curl_easy_perform(handle);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(recipients);
    line->upload = (cmail_bytes){NULL, 0};
    return outcome(line, code);
}

long cmail_line_code(const cmail_line *line) {
    long code = 0;
    curl_easy_getinfo(line->handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

const char *cmail_line_words(const cmail_line *line) { return line->words; }
