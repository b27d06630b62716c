import Database

// The state's map in both classifications. Codes are text: they begin with zeros. `words` is the folded name with a space in front,
// so that every word of it is found by its beginning; `sorted_by` is the folded name without its kind.
let administrativeMigration = Migration(
    "0008_administrative",
    [
        """
        CREATE TABLE administrative_unit (
          classification NUMBER NOT NULL CHECK (classification IN (2, 3)), code TEXT NOT NULL,
          tier NUMBER NOT NULL CHECK (tier IN (1, 2, 3)),
          kind TEXT NOT NULL CHECK (kind IN (
            'province', 'city', 'urbanDistrict', 'ruralDistrict', 'town', 'provincialCity', 'ward', 'commune', 'township',
            'specialZone')),
          name TEXT NOT NULL, words TEXT NOT NULL, sorted_by TEXT NOT NULL, parent TEXT,
          PRIMARY KEY (classification, code), FOREIGN KEY (classification, parent) REFERENCES administrative_unit (classification, code),
          CHECK ((tier = 1) = (parent IS NULL)))
        """,
        "CREATE INDEX administrative_unit_below ON administrative_unit (classification, parent, code)",
        // Covers the search: it walks along this index and touches the rows that it finds only.
        "CREATE INDEX administrative_unit_name ON administrative_unit (sorted_by, classification, code, words)",
        "CREATE INDEX administrative_unit_code ON administrative_unit (code)",
        """
        CREATE TABLE administrative_succession (
          from_classification NUMBER NOT NULL, from_code TEXT NOT NULL, to_classification NUMBER NOT NULL, to_code TEXT NOT NULL,
          share TEXT NOT NULL CHECK (share IN ('whole', 'usual', 'part')),
          PRIMARY KEY (from_classification, from_code, to_classification, to_code),
          FOREIGN KEY (from_classification, from_code) REFERENCES administrative_unit (classification, code),
          FOREIGN KEY (to_classification, to_code) REFERENCES administrative_unit (classification, code),
          CHECK (to_classification < from_classification))
        """,
        """
        CREATE INDEX administrative_succession_origin
        ON administrative_succession (to_classification, to_code, from_classification, from_code, share)
        """,
    ])
