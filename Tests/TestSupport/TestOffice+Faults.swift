import Database

// A database that breaks at some rows, as a full disk would make it. The engines have no common words for a trigger.
extension TestOffice {
    /// From now on the office's own engine (`Engine.current`) refuses messages of this text.
    package func breakMessages(of text: String) async throws {
        let statements: [SQL] =
            switch Engine.current {
            case .sqlite:
                [
                    """
                    CREATE TRIGGER broken BEFORE INSERT ON message WHEN NEW.text = '\(SQL(trusted: text))'
                    BEGIN SELECT RAISE(ABORT, 'disk'); END
                    """
                ]
            case .postgresql:
                [
                    "CREATE FUNCTION breaking() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING MESSAGE = ''disk''; END'",
                    """
                    CREATE TRIGGER broken BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.text = '\(SQL(trusted: text))')
                    EXECUTE FUNCTION breaking()
                    """,
                ]
            }
        try await database.write { tx in for statement in statements { try tx.run(statement) } }
    }

    /// Takes every message again.
    package func mendMessages() async throws {
        let statement: SQL = Engine.current == .sqlite ? "DROP TRIGGER broken" : "DROP TRIGGER broken ON message"
        _ = try await database.write { try $0.run(statement) }
    }
}
