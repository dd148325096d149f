import Checks
import FilingInterchange
import Filings
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The members that SARIF 2.1.0 asks for; the published schema is asked by `Tests/Tools/validate_sarif.py`.
@Suite struct FindingSARIFTests {
    private func finding(_ change: (inout Finding) -> Void = { _ in }) -> Finding {
        var finding = Finding(
            rule: "review-sum", severity: .error, verdict: .violated,
            filing: FilingBuilder(2024, source: "甲 局/20#24.txt").filing,
            message: Words("甲", "a"),
            evidence: [
                .init(source: "别处.txt", evidence: Evidence(text: "1", place: Place(line: 2, column: 3))),
                .init(source: "甲 局/20#24.txt", evidence: Evidence(text: "5", place: Place(line: 3, column: 9))),
            ])
        change(&finding)
        return finding
    }

    private func results(_ findings: [Finding]) throws -> [[String: Any]] {
        let text = FindingSARIF.document(findings, rules: AllChecks.all, language: .zh).pretty
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect((driver["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == AllChecks.all.map(\.id))
        return try #require(run["results"] as? [[String: Any]])
    }

    @Test func theFindingsOwnFileComesFirst() throws {
        let result = try #require(try results([finding()]).first)
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((location["artifactLocation"] as? [String: String])?["uri"] == "%E7%94%B2%20%E5%B1%80/20%2324.txt")
        let region = try #require(location["region"] as? [String: Any])
        #expect(region["startLine"] as? Int == 3 && region["startColumn"] as? Int == 9)
        #expect((result["relatedLocations"] as? [Any])?.count == 1)
        #expect(result["level"] as? String == "error" && result["kind"] as? String == "fail")
        #expect((result["partialFingerprints"] as? [String: String])?["tongjian/v1"] == finding().fingerprint)
    }

    @Test func doubtsAreForReviewAndSettledOnesSuppressed() throws {
        let decision = Decision(kind: .explained, author: "王", date: "2026-01-05", reason: "划转")
        let found = try results([
            finding { $0.verdict = .doubtful }, finding { $0.decision = decision }, finding { $0.evidence = [] },
        ])
        #expect(found[0]["level"] as? String == "none" && found[0]["kind"] as? String == "review")
        #expect(found.map { ($0["suppressions"] as? [Any])?.count } == [0, 1, 0])
        #expect(found.allSatisfy { ($0["locations"] as? [Any])?.count == 1 })
    }
}
