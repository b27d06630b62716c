#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/* A file that travels inside the program, so that it can be moved as one file. */
struct dh_asset {
    const char *path;          /* below Sources/CAssets/files, such as "calendar/vietnam.json" */
    const char *content_type;  /* as sent in the Content-Type header */
    const unsigned char *bytes;
    size_t length;
};

/* All files, in the order of their paths. */
size_t dh_asset_count(void);

/* A file by its number; NULL past the last one. */
const struct dh_asset *dh_asset_at(size_t index);

/* A file by its path; NULL when there is none of that name. */
const struct dh_asset *dh_asset_find(const char *path);

#endif
