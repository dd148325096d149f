import Filings
import TestSupport
import Testing

@Suite struct FindingTests {
    private func finding(_ change: (inout Finding) -> Void = { _ in }) -> Finding {
        let filing = FilingBuilder(2024).filing
        var finding = Finding(
            rule: "requests-balance", severity: .error, verdict: .violated, filing: filing,
            measures: [Measures.known("requests.received.total")],
            left: Finding.Side(text: "一 + 二", value: ExactDecimal(76)),
            right: Finding.Side(text: "三（七） + 四", value: ExactDecimal(75)), message: Words("甲", "a"))
        change(&finding)
        return finding
    }

    /// Registers and waivers hold fingerprints: this one must not change between versions.
    @Test func theFingerprintIsStable() { #expect(finding().fingerprint == "ab418689199ed239") }

    @Test func wordingPathAndEvidenceDoNotCount() {
        let first = finding().fingerprint
        #expect(finding { $0.message = Words("乙", "b") }.fingerprint == first)
        #expect(finding { $0.source = "elsewhere.txt" }.fingerprint == first)
        #expect(
            finding { $0.evidence = [.init(source: "x", evidence: Evidence(text: "1", place: nil))] }.fingerprint
                == first)
        #expect(finding { $0.severity = .note }.fingerprint == first)
    }

    @Test func whatItSaysAboutWhomCounts() {
        let all = [
            finding(), finding { $0.rule = "review-sum" }, finding { $0.year = 2023 }, finding { $0.organ = "别的局" },
            finding { $0.left!.value = ExactDecimal(77) }, finding { $0.right!.value = ExactDecimal(77) },
            finding { $0.measures = [] }, finding { $0.district = "900102" }, finding { $0.subject = "甲" },
        ]
        #expect(Set(all.map(\.fingerprint)).count == all.count)
        #expect(all.allSatisfy { $0.fingerprint.utf8.count == 16 })
    }

    @Test func worseComesFirst() { #expect(Severity.allCases.sorted() == [.error, .warning, .note]) }
}
