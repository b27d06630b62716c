/* Sends prepared HTTP/1.1 requests over so many connections, one request at a time on each, and prints one line of JSON:
 * how many a second, and how long each took. Usage: load PORT CLIENTS COUNT FILE
 *
 * FILE holds requests, each behind its length on a line of its own; after the last one the first comes again. Every connection
 * comes from a loopback address of its own and takes a new one after 50 requests, as many people would: the server lets one
 * address send only so many forms. A request counts as failed when its answer is not 2xx or 3xx. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { REQUESTS_PER_ADDRESS = 50, BUFFER = 1 << 20 };

static struct { char *bytes; size_t length; } *requests;
static size_t request_count;
static int port;
static long wanted;
static atomic_long taken, failed, addresses;
static double *seconds;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void read_requests(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) die(path);
    size_t room = 0, length;
    while (fscanf(file, "%zu", &length) == 1) {
        fgetc(file);
        if (request_count == room) {
            room = room ? room * 2 : 1024;
            requests = realloc(requests, room * sizeof *requests);
        }
        char *bytes = malloc(length);
        if (!requests || !bytes || fread(bytes, 1, length, file) != length) die("short file of requests");
        requests[request_count].bytes = bytes;
        requests[request_count++].length = length;
    }
    fclose(file);
    if (!request_count) { fprintf(stderr, "no requests in %s\n", path); exit(1); }
}

static int open_connection(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    long number = atomic_fetch_add(&addresses, 1) + (long)getpid() * 131;
    struct sockaddr_in from = { .sin_family = AF_INET };
    from.sin_addr.s_addr = htonl(0x7f010000u + (unsigned)(number % 0xfd0000));
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port) };
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || bind(fd, (struct sockaddr *)&from, sizeof from)) die("bind");
    if (connect(fd, (struct sockaddr *)&to, sizeof to)) die("connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

/* The value of a header within the head, or NULL. */
static const char *header(const char *head, const char *end, const char *name) {
    size_t length = strlen(name);
    for (const char *line = head; line && line < end; line = strstr(line, "\r\n")) {
        if (line != head) line += 2;
        if (!strncasecmp(line, name, length) && line[length] == ':') return line + length + 1;
    }
    return NULL;
}

/* Reads one answer; its status, or 0 when the connection broke. */
static int read_answer(int fd, char *buffer) {
    size_t have = 0;
    char *body = NULL;
    while (have < BUFFER - 1) {
        ssize_t got = read(fd, buffer + have, BUFFER - 1 - have);
        if (got <= 0) return 0;
        have += got;
        buffer[have] = 0;
        if (!body && (body = strstr(buffer, "\r\n\r\n"))) body += 4;
        if (!body) continue;
        const char *length = header(buffer, body, "content-length");
        const char *chunked = header(buffer, body, "transfer-encoding");
        int whole = chunked ? have >= 5 && !memcmp(buffer + have - 5, "0\r\n\r\n", 5)
                            : have - (body - buffer) >= (length ? strtoul(length, NULL, 10) : 0);
        if (whole) return atoi(buffer + 9);
    }
    return 0;
}

static void *client(void *unused) {
    (void)unused;
    char *buffer = malloc(BUFFER);
    if (!buffer) die("malloc");
    int fd = -1;
    for (long sent = 0;; sent++) {
        long index = atomic_fetch_add(&taken, 1);
        if (index >= wanted) break;
        if (fd >= 0 && sent % REQUESTS_PER_ADDRESS == 0) { close(fd); fd = -1; }
        if (fd < 0) fd = open_connection();
        double start = now();
        size_t which = (size_t)index % request_count, done = 0;
        while (done < requests[which].length) {
            ssize_t wrote = write(fd, requests[which].bytes + done, requests[which].length - done);
            if (wrote <= 0) die("write");
            done += wrote;
        }
        int status = read_answer(fd, buffer);
        seconds[index] = now() - start;
        if (status < 200 || status >= 400) atomic_fetch_add(&failed, 1);
        if (!status) { close(fd); fd = -1; }
    }
    if (fd >= 0) close(fd);
    free(buffer);
    return NULL;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments) {
    if (count != 5) { fprintf(stderr, "usage: load PORT CLIENTS COUNT FILE\n"); return 2; }
    port = atoi(arguments[1]);
    int clients = atoi(arguments[2]);
    wanted = atol(arguments[3]);
    read_requests(arguments[4]);
    seconds = calloc(wanted, sizeof *seconds);
    pthread_t *threads = calloc(clients, sizeof *threads);
    if (!seconds || !threads) die("calloc");
    double start = now();
    for (int i = 0; i < clients; i++) if (pthread_create(&threads[i], NULL, client, NULL)) die("thread");
    for (int i = 0; i < clients; i++) pthread_join(threads[i], NULL);
    double took = now() - start;
    qsort(seconds, wanted, sizeof *seconds, ascending);
    printf("{\"clients\": %d, \"requests\": %ld, \"failed\": %ld, \"per_second\": %.1f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f}\n",
        clients, wanted, atomic_load(&failed), wanted / took, seconds[wanted / 2] * 1e3, seconds[wanted * 99 / 100] * 1e3,
        seconds[wanted - 1] * 1e3);
    return 0;
}
