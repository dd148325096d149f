import Foundation
import TestSupport

/// What every sample says, independent of the program: `Tests/Tools/make_samples.py` writes it.
struct SampleTruth: Decodable {
    struct Fact: Decodable, Hashable {
        var kind: String
        var value: Decimal
    }

    var source: String
    var organ: String
    var district: String
    var year: Int
    var form: String
    /// By code: the printed number, nil where none is printed.
    var measures: [String: Decimal?]
    var facts: [Fact]
    /// Rules that a planted case breaks.
    var planted: [String]

    static let all: [SampleTruth] = Lines.decode(ProgramFiles.text("Tests/EndToEndTests/Fixtures/samples-truth.jsonl")!)
    static let bySource = Dictionary(uniqueKeysWithValues: all.map { ($0.source, $0) })
}

/// The contract's JSON of a filing, as far as tests read it.
struct ParsedFiling: Decodable {
    var schema: String
    var source: String
    var sha256: String
    var format: String
    var organ: String?
    var district: String?
    var year: Int?
    var form: String?
    var measures: [String: Decimal?]
    var derived: [String: Decimal]
    var facts: [SampleTruth.Fact]
}

/// The contract's JSON of findings.
struct FindingList: Decodable {
    struct Finding: Decodable {
        var rule: String
        var severity: String
        var verdict: String
        var source: String
        var sources: [String]
        var organ: String?
        var year: Int?
        var message: [String: String]
        var evidence: [Evidence]
        var fingerprint: String
    }

    struct Evidence: Decodable {
        var source: String
        var line: Int?
        var column: Int?
        var text: String
    }

    var schema: String
    var findings: [Finding]
}

enum Lines {
    static func decode<Value: Decodable>(_ text: String) -> [Value] {
        text.split(separator: "\n").map { try! JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }
}

/// Runs over all of Samples, made once.
enum SampleRuns {
    static let parsed = ProgramRunner.run("parse", ProgramFiles.samples, "--detail")
    static let filings: [String: ParsedFiling] = {
        let filings: [ParsedFiling] = Lines.decode(parsed.output)
        return Dictionary(uniqueKeysWithValues: filings.map { ($0.source, $0) })
    }()
    static let checked = ProgramRunner.run("check", ProgramFiles.samples, "--format", "json")
    static let findings = try! JSONDecoder().decode(FindingList.self, from: Data(checked.output.utf8))
}
