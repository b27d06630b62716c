#include "CAssets.h"

#include <string.h>

/* To add a file: an array here, a row in the table below, both in the order of the paths. */

static const unsigned char calendar_vietnam[] = {
#embed "files/calendar/vietnam.json"
};

static const unsigned char css_dong_hanh[] = {
#embed "files/css/dong-hanh.css"
};

static const unsigned char js_dong_hanh[] = {
#embed "files/js/dong-hanh.js"
};

#define ASSET(path, type, array) {path, type, array, sizeof array}

static const struct dh_asset assets[] = {
    ASSET("calendar/vietnam.json", "application/json", calendar_vietnam),
    ASSET("css/dong-hanh.css", "text/css; charset=utf-8", css_dong_hanh),
    ASSET("js/dong-hanh.js", "text/javascript; charset=utf-8", js_dong_hanh),
};

static const size_t count = sizeof assets / sizeof assets[0];

size_t dh_asset_count(void) { return count; }

const struct dh_asset *dh_asset_at(size_t index) { return index < count ? &assets[index] : NULL; }

const struct dh_asset *dh_asset_find(const char *path) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(assets[i].path, path) == 0) return &assets[i];
    }
    return NULL;
}
