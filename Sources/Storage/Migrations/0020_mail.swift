import Database

// How far a mailbox was read: what somebody opens with a program of his own before we come is taken in all the same.
let mailMigration = Migration(
    "0020_mail",
    ["CREATE TABLE mailbox (mailbox TEXT PRIMARY KEY, validity NUMBER NOT NULL, next NUMBER NOT NULL)"])
