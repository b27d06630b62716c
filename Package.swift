// swift-tools-version: 6.2
// The floor plan: a target may use what stands below it, never beside or above it (docs/house.md; HouseTests keep it).
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func floor(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")

let package = Package(
    name: "donghanh",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // 1
        floor("Domain"),
        .target(name: "CAssets", cSettings: [.unsafeFlags(["-std=c23"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CMailMIME", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CMailCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "CMail", dependencies: ["CMailMIME", "CMailCurl"],
            linkerSettings: ["gmime-3.0", "gobject-2.0", "glib-2.0", "curl"].map { .linkedLibrary($0) }),
        // 2
        floor("Database", ["CPostgres", grdb, nioPosix]),
        floor("OfficeFormats", ["CZip"]),
        // 3
        floor("Storage", ["Domain", "Database"]),
        floor("Documents", ["Domain", "OfficeFormats"]),
        // 4
        floor("Operations", ["Domain", "Database", "Storage", "Documents", "CArgon2", crypto, logging, lifecycle, nioPosix]),
        // 5
        floor("Web", ["Domain", "Storage", "Database", "Operations", "Documents", "CAssets", hummingbird, httpTypes, nio, logging]),
        floor("Channels", ["Domain", "Operations", "CMail", httpClient, nio, nioHTTP, nioPosix, logging, crypto]),
        floor("Simulators", [hummingbird, httpTypes, httpClient, nio, nioHTTP, crypto, logging, lifecycle]),
        floor("Demonstration", ["Domain", "Operations", "CAssets"]),
        // 6
        floor(
            "Commands",
            [
                "Domain", "Database", "Storage", "Documents", "Operations", "Web", "Channels", "Simulators", "Demonstration", "CAssets",
                arguments, configuration, logging, lifecycle, signals, hummingbird, nio, nioPosix, yams,
            ]),
        // 7
        .executableTarget(name: "donghanh", dependencies: ["Commands"], swiftSettings: settings),

        .target(
            name: "TestSupport",
            dependencies: ["Domain", "Database", "Storage", "Operations", "Demonstration", "CPostgres"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("DomainTests", ["Domain", "CAssets"], exclude: ["Fixtures/triage.tsv"]),
        tests("DatabaseTests", ["Database", "TestSupport"]),
        tests("OfficeFormatsTests", ["OfficeFormats"], exclude: ["Files"]),
        tests("StorageTests", ["Domain", "Database", "Storage", "TestSupport"]),
        tests("DocumentsTests", ["Domain", "Documents", "OfficeFormats", "TestSupport"]),
        tests("OperationsTests", ["Domain", "Database", "Storage", "Operations", "TestSupport"]),
        tests("WebTests", ["CAssets", "Domain", "Database", "Storage", "Operations", "Web", "TestSupport", hummingbird, hummingbirdTesting, httpTypes]),
        tests(
            "ChannelsTests", ["Domain", "Database", "Storage", "Operations", "Channels", "Simulators", "TestSupport", httpClient, logging, crypto],
            exclude: ["Corpus", "Mail/smtp_server.py"]),
        tests("SimulatorsTests", ["Simulators", hummingbird, hummingbirdTesting, httpTypes, httpClient, logging, crypto]),
        tests("DemonstrationTests", ["Domain", "Storage", "Operations", "Demonstration", "TestSupport"]),
        tests("CommandsTests", ["Commands", "Channels", "Domain", "Database", "Storage", "Operations", "TestSupport"]),
        tests("StoryTests", ["Domain", "Database", "Storage", "Operations", "Web", "Channels", "Simulators", "Demonstration", "TestSupport", hummingbird, hummingbirdTesting, httpTypes, nio]),
        tests("HouseTests", []),
    ]
)
