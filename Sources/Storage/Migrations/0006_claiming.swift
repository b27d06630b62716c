import Database

// What has an effect outside is claimed by one process before it is done; a claim runs out, so that the work of a process that
// died is taken up by another.
let claimingMigration = Migration(
    "0006_claiming",
    [
        "ALTER TABLE outbox ADD COLUMN claimed_until INSTANT",
        "ALTER TABLE attachment ADD COLUMN claimed_until INSTANT",
    ])
