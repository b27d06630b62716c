import Database

let searchMigration = Migration(
    "0005_search",
    [
        // One row for each thing that a case says; rows are only added, so the newest match is found without sorting.
        """
        CREATE VIRTUAL TABLE search_entry USING fts5 (
          petition UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')
        """
    ])
