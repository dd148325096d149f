import Foundation
import TestSupport
import Testing

/// Arrows point one way; targets keep to themselves.
@Suite struct PackageTests {
    /// What each target may depend on; Metrics reads indicators written in YAML.
    private static let allowed: [String: Set<String>] = [
        "embedtool": [], "Filings": [], "Digests": ["CCrypto"], "Configuration": ["Yams"],
        "Ingest": ["Filings", "Digests", "CXML", "CZip"], "FilingInterchange": ["Filings", "Ingest", "Configuration"],
        "Parsing": ["Ingest", "Configuration", "FilingInterchange"],
        "Checks": ["Filings", "Configuration"], "ColumnStore": [], "FilingTable": ["Filings", "ColumnStore"],
        "Archive": ["FilingTable"], "Metrics": ["FilingTable", "Configuration"], "ChartGrammar": [],
        "CairoDrawing": ["ChartGrammar", "CPangoCairo", "CZlib"],
        "Charting": ["Metrics", "ChartGrammar", "Configuration"],
        "Publishing": ["Charting", "CairoDrawing", "Checks", "FilingInterchange", "Digests", "Mustache"],
        "tongjian": ["Publishing", "Parsing", "Archive", "ArgumentParser"],
    ]

    private static func reachable(_ target: String) -> Set<String> {
        allowed[target, default: []].reduce(into: []) { $0.formUnion(reachable($1).union([$1])) }
    }

    private static let targets: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: ProgramFiles.root + "/Sources"))!
        .filter { !RepositoryFiles.swift(below: "Sources/" + $0).isEmpty && $0 != "EmbedDefinitions" }.sorted()

    @Test func dependenciesAreThoseAllowed() throws {
        let package = RepositoryFiles.text("Package.swift")
        let pattern = #/\.(?:executableTarget|target)\(\s*name: "(\w+)"(.*?)(?=\n        (?:\.|//|\])|\Z)/#
            .dotMatchesNewlines()
        var found: [String: Set<String>] = [:]
        for match in package.matches(of: pattern) {
            let list = match.2.firstMatch(of: #/dependencies: \[(.*?)\]/#.dotMatchesNewlines())?.1 ?? ""
            let names = list.matches(of: #/"(\w+)"/#).map { String($0.1) }
            found[String(match.1)] = Set(names).subtracting(["swift-mustache", "swift-argument-parser"])
        }
        for target in Self.targets {
            let dependencies = try #require(found[target], "\(target) is not in Package.swift")
            let allowed = try #require(Self.allowed[target], "\(target) is not in the table of arrows")
            #expect(dependencies.isSubset(of: allowed), "\(target): \(dependencies.subtracting(allowed))")
        }
    }

    @Test func importsFollowTheArrows() {
        let own = Set(Self.allowed.keys).union([
            "CCrypto", "CPangoCairo", "CXML", "CZip", "Yams", "Mustache", "ArgumentParser",
        ])
        for target in Self.targets {
            let allowed = Self.reachable(target)
            for file in RepositoryFiles.swift(below: "Sources/" + target) {
                let imports = RepositoryFiles.text(file).matches(of: #/(?m)^(?:@\w+ )?import (?:struct |class )?(\w+)/#)
                let wrong = Set(imports.map { String($0.1) }).intersection(own).subtracting(allowed)
                #expect(wrong.isEmpty, "\(file) imports \(wrong)")
            }
        }
    }

    /// A type with its module's name hides every other name of that module.
    @Test func noModuleHasTheNameOfAType() {
        let names = Self.targets.joined(separator: "|")
        let pattern = try! Regex(#"(?m)^\s*(?:\w+ )*(?:struct|class|enum|protocol|actor|typealias) (?:\#(names))\b"#)
        for file in RepositoryFiles.swift(below: "Sources") {
            #expect(RepositoryFiles.text(file).firstMatch(of: pattern) == nil, "\(file)")
        }
    }

    @Test func noSourceFileIsTooLong() {
        for file in RepositoryFiles.swift(below: "Sources") + RepositoryFiles.swift(below: "Tests") {
            let lines = RepositoryFiles.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 401, "\(file) has \(lines) lines")
        }
    }

    /// No other room of a target is entered by its tests than the target's own and what it may see.
    @Test func everyTargetHasTests() {
        for target in Self.targets where !["embedtool", "tongjian", "Digests"].contains(target) {
            #expect(!RepositoryFiles.swift(below: "Tests/\(target)Tests").isEmpty, "\(target)")
        }
    }
}
