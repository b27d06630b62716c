package import Database

/// Every step of the schema, in order. A step that has been released is never edited; the next one mends it.
package let migrations: [Migration] = [
    organisationMigration, accessMigration, caseMigration, channelMigration, searchMigration, claimingMigration,
    searchOrderMigration, administrativeMigration, mandatesMigration, caseWorkMigration, likenessMigration,
    presenceMigration, recomputationMigration, contactsMigration, intakeMigration, zaloMigration, importMigration, mergingMigration,
    filesMigration, mailMigration,
]
