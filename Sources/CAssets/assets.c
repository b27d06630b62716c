#include "CAssets.h"

#include <string.h>

/* To add a file: an array here, a row in the table below, both in the order of the paths. */

static const unsigned char administrative_notice[] = {
#embed "files/administrative/NOTICE.txt"
};

static const unsigned char administrative_succession[] = {
#embed "files/administrative/succession.tsv"
};

static const unsigned char administrative_units[] = {
#embed "files/administrative/units.tsv"
};

static const unsigned char calendar_vietnam[] = {
#embed "files/calendar/vietnam.json"
};

static const unsigned char css_base[] = {
#embed "files/css/base.css"
};

static const unsigned char css_public[] = {
#embed "files/css/public.css"
};

static const unsigned char css_staff[] = {
#embed "files/css/staff.css"
};

static const unsigned char demonstration_accounts[] = {
#embed "files/demonstration/accounts.json"
};

static const unsigned char demonstration_common_causes[] = {
#embed "files/demonstration/common-causes.json"
};

static const unsigned char demonstration_fields[] = {
#embed "files/demonstration/fields.json"
};

static const unsigned char demonstration_firms[] = {
#embed "files/demonstration/firms.json"
};

static const unsigned char demonstration_people[] = {
#embed "files/demonstration/people.json"
};

static const unsigned char demonstration_petitions_infrastructure[] = {
#embed "files/demonstration/petitions-infrastructure.json"
};

static const unsigned char demonstration_petitions_land[] = {
#embed "files/demonstration/petitions-land.json"
};

static const unsigned char demonstration_petitions_money[] = {
#embed "files/demonstration/petitions-money.json"
};

static const unsigned char demonstration_petitions_people[] = {
#embed "files/demonstration/petitions-people.json"
};

static const unsigned char demonstration_petitions_safety[] = {
#embed "files/demonstration/petitions-safety.json"
};

static const unsigned char demonstration_petitions_special[] = {
#embed "files/demonstration/petitions-special.json"
};

static const unsigned char demonstration_phrases[] = {
#embed "files/demonstration/phrases.json"
};

static const unsigned char demonstration_places[] = {
#embed "files/demonstration/places.json"
};

static const unsigned char demonstration_reply_templates[] = {
#embed "files/demonstration/reply-templates.json"
};

static const unsigned char demonstration_team[] = {
#embed "files/demonstration/team.json"
};

static const unsigned char demonstration_units[] = {
#embed "files/demonstration/units.json"
};

static const unsigned char icon_dong_hanh[] = {
#embed "files/icon/dong-hanh.svg"
};

static const unsigned char js_copy[] = {
#embed "files/js/copy.js"
};

static const unsigned char js_draft[] = {
#embed "files/js/draft.js"
};

static const unsigned char js_intake[] = {
#embed "files/js/intake.js"
};

static const unsigned char js_keys[] = {
#embed "files/js/keys.js"
};

static const unsigned char js_live[] = {
#embed "files/js/live.js"
};

static const unsigned char js_suggest[] = {
#embed "files/js/suggest.js"
};

static const unsigned char js_sw[] = {
#embed "files/js/sw.js"
};

static const unsigned char js_visit[] = {
#embed "files/js/visit.js"
};

#define ASSET(path, type, array) {path, type, array, sizeof array}

static const struct dh_asset assets[] = {
    ASSET("administrative/NOTICE.txt", "text/plain; charset=utf-8", administrative_notice),
    ASSET("administrative/succession.tsv", "text/tab-separated-values; charset=utf-8", administrative_succession),
    ASSET("administrative/units.tsv", "text/tab-separated-values; charset=utf-8", administrative_units),
    ASSET("calendar/vietnam.json", "application/json", calendar_vietnam),
    ASSET("css/base.css", "text/css; charset=utf-8", css_base),
    ASSET("css/public.css", "text/css; charset=utf-8", css_public),
    ASSET("css/staff.css", "text/css; charset=utf-8", css_staff),
    ASSET("demonstration/accounts.json", "application/json", demonstration_accounts),
    ASSET("demonstration/common-causes.json", "application/json", demonstration_common_causes),
    ASSET("demonstration/fields.json", "application/json", demonstration_fields),
    ASSET("demonstration/firms.json", "application/json", demonstration_firms),
    ASSET("demonstration/people.json", "application/json", demonstration_people),
    ASSET("demonstration/petitions-infrastructure.json", "application/json", demonstration_petitions_infrastructure),
    ASSET("demonstration/petitions-land.json", "application/json", demonstration_petitions_land),
    ASSET("demonstration/petitions-money.json", "application/json", demonstration_petitions_money),
    ASSET("demonstration/petitions-people.json", "application/json", demonstration_petitions_people),
    ASSET("demonstration/petitions-safety.json", "application/json", demonstration_petitions_safety),
    ASSET("demonstration/petitions-special.json", "application/json", demonstration_petitions_special),
    ASSET("demonstration/phrases.json", "application/json", demonstration_phrases),
    ASSET("demonstration/places.json", "application/json", demonstration_places),
    ASSET("demonstration/reply-templates.json", "application/json", demonstration_reply_templates),
    ASSET("demonstration/team.json", "application/json", demonstration_team),
    ASSET("demonstration/units.json", "application/json", demonstration_units),
    ASSET("icon/dong-hanh.svg", "image/svg+xml", icon_dong_hanh),
    ASSET("js/copy.js", "text/javascript; charset=utf-8", js_copy),
    ASSET("js/draft.js", "text/javascript; charset=utf-8", js_draft),
    ASSET("js/intake.js", "text/javascript; charset=utf-8", js_intake),
    ASSET("js/keys.js", "text/javascript; charset=utf-8", js_keys),
    ASSET("js/live.js", "text/javascript; charset=utf-8", js_live),
    ASSET("js/suggest.js", "text/javascript; charset=utf-8", js_suggest),
    ASSET("js/sw.js", "text/javascript; charset=utf-8", js_sw),
    ASSET("js/visit.js", "text/javascript; charset=utf-8", js_visit),
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
