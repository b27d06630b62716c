import Testing

/// Who may import whom: the floor plan of docs/house.md.
@Suite struct FloorTests {
    /// What a target may import besides Foundation.
    static let plan: [String: Set<String>] = [
        "Domain": [],
        "Database": ["GRDB", "CPostgres", "NIOPosix", "Synchronization"],
        "Storage": ["Domain", "Database"],
        "OfficeFormats": ["CZip", "FoundationXML"],
        "Documents": ["Domain", "OfficeFormats"],
        "Operations": [
            "Domain", "Database", "Storage", "Documents", "CArgon2", "Crypto", "Logging", "ServiceLifecycle", "NIOPosix", "Synchronization",
        ],
        "Web": [
            "Domain", "Storage", "Database", "Operations", "Documents", "CAssets", "Hummingbird", "HTTPTypes", "NIOCore", "Logging", "Crypto",
            "Synchronization",
        ],
        "Channels": [
            "Domain", "Operations", "CMail", "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOFoundationCompat", "Logging", "Crypto",
        ],
        "Simulators": [
            "Hummingbird", "HTTPTypes", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "Crypto", "Logging", "ServiceLifecycle", "Synchronization",
        ],
        "Demonstration": ["Domain", "Operations", "CAssets", "Synchronization"],
        "Commands": [
            "Domain", "Database", "Storage", "Documents", "Operations", "Web", "Channels", "Simulators", "Demonstration", "CAssets",
            "ArgumentParser", "Configuration", "SystemPackage", "Logging", "ServiceLifecycle", "Hummingbird", "NIOCore", "NIOPosix",
            "Synchronization", "UnixSignals", "Yams",
        ],
        "donghanh": ["Commands"],
    ]

    @Test(arguments: plan.keys.sorted()) func aTargetImportsOnlyWhatStandsBelowIt(target: String) throws {
        let allowed = (Self.plan[target] ?? []).union(["Foundation"])
        for file in try SourceTree().swiftFiles(in: "Sources/\(target)") {
            let strangers = file.imports.subtracting(allowed)
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
        }
    }

    @Test func everyTargetOfTheSourcesStandsInThePlan() throws {
        let targets = Set(try SourceTree().swiftFiles(in: "Sources").map(\.target))
        #expect(targets.subtracting(Self.plan.keys).isEmpty)
    }

    @Test func theDomainKnowsNoClockNoChanceNoNetwork() throws {
        let banned = ["Date()", "UUID()", "SystemRandomNumberGenerator", ".random(", "URLSession", "async ", "await "]
        for file in try SourceTree().swiftFiles(in: "Sources/Domain") {
            for word in banned where file.text.contains(word) {
                for line in file.code { #expect(!line.contains(word), "\(file.path): \(line)") }
            }
        }
    }
}
