// swift-tools-version: 6.2
import PackageDescription

// Targets are listed in flow order; Sources/README.md is the map. Arrows point one way and the compiler holds them.
let package = Package(
    name: "tongjian",
    products: [
        .executable(name: "tongjian", targets: ["tongjian"]),
        .executable(name: "Benchmarks", targets: ["Benchmarks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        // C libraries
        .systemLibrary(
            name: "CPangoCairo", path: "Sources/CPangoCairo", pkgConfig: "pangocairo",
            providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        .systemLibrary(name: "CXML", path: "Sources/CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        // Data files that become string literals in the binary
        .executableTarget(name: "embedtool", path: "Sources/embedtool"),
        .plugin(
            name: "EmbedDefinitions", capability: .buildTool(), dependencies: ["embedtool"],
            path: "Sources/EmbedDefinitions"),

        // Filings in
        .target(name: "Filings", exclude: ["Vocabulary"], plugins: ["EmbedDefinitions"]),
        .target(name: "Digests", dependencies: ["CCrypto"]),
        .target(name: "Configuration", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "Ingest", dependencies: ["Filings", "Digests", "CXML", "CZip"]),
        .target(name: "FilingInterchange", dependencies: ["Ingest", "Configuration"]),
        .target(name: "Parsing", dependencies: ["Ingest", "Configuration", "FilingInterchange"]),
        .target(name: "Checks", dependencies: ["Filings", "Configuration"], exclude: ["README.md"]),

        // Columns and metrics
        .target(name: "ColumnStore", exclude: ["README.md"]),
        .target(name: "FilingTable", dependencies: ["Filings", "ColumnStore"]),
        .target(name: "Metrics", dependencies: ["FilingTable", "Configuration"]),

        // Pictures and pages out
        .target(name: "ChartGrammar"),
        .target(name: "CairoDrawing", dependencies: ["ChartGrammar", "CPangoCairo", "CZlib"]),
        .target(
            name: "Charting", dependencies: ["Metrics", "ChartGrammar", "Configuration"],
            plugins: ["EmbedDefinitions"]),
        .target(
            name: "Publishing",
            dependencies: [
                "Charting", "CairoDrawing", "Checks", "FilingInterchange", "Digests",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            plugins: ["EmbedDefinitions"]),
        .executableTarget(
            name: "tongjian",
            dependencies: [
                "Publishing", "Parsing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests mirror the targets
        .target(name: "TestSupport", dependencies: ["Filings"], path: "Tests/TestSupport"),
        .testTarget(name: "FilingsTests", dependencies: ["Filings", "TestSupport"]),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"]),
        .testTarget(name: "IngestTests", dependencies: ["Ingest", "TestSupport"]),
        .testTarget(
            name: "ParsingTests", dependencies: ["Parsing", "FilingInterchange", "TestSupport"], exclude: ["Cases"]),
        .testTarget(name: "FilingInterchangeTests", dependencies: ["FilingInterchange", "TestSupport"]),
        .testTarget(name: "ChecksTests", dependencies: ["Checks", "Parsing", "TestSupport"], exclude: ["Cases"]),
        .testTarget(name: "ColumnStoreTests", dependencies: ["ColumnStore", "TestSupport"]),
        .testTarget(name: "FilingTableTests", dependencies: ["FilingTable", "TestSupport"]),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "ChartGrammarTests", dependencies: ["ChartGrammar", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "CairoDrawingTests", dependencies: ["CairoDrawing", "CPangoCairo", "TestSupport"],
            exclude: ["References"]),
        .testTarget(name: "ChartingTests", dependencies: ["Charting", "TestSupport"]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "RepositoryTests", dependencies: ["Publishing", "Parsing", "TestSupport"], exclude: ["Snapshots"]),
        .target(
            name: "FuzzedReaders", dependencies: ["Parsing", "FilingInterchange", "TestSupport"],
            path: "Tests/Fuzzing/Readers"),
        .testTarget(
            name: "FuzzedReadersTests", dependencies: ["FuzzedReaders", "TestSupport"],
            path: "Tests/Fuzzing/CorpusTests"),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Publishing", "Parsing", "Checks"], path: "Tests/Benchmarks",
            exclude: ["metrics_polars.py"]),
    ],
    swiftLanguageModes: [.v6]
)

// Only for Tests/Fuzzing/run.sh: the readers count the branches they take, and libFuzzer is linked.
if Context.environment["TONGJIAN_FUZZING"] != nil {
    let counted = ["Filings", "Digests", "Configuration", "Ingest", "Parsing", "FilingInterchange", "FuzzedReaders"]
    for target in package.targets where counted.contains(target.name) {
        target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer"])]
    }
    package.targets.append(
        .executableTarget(
            name: "FuzzTarget", dependencies: ["FuzzedReaders"], path: "Tests/Fuzzing/Target",
            swiftSettings: [.unsafeFlags(["-sanitize=fuzzer"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
