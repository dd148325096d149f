import Checks
import Configuration
import Filings
import TestSupport
import Testing

/// Decisions about findings: who, when, why, and until when.
@Suite struct WaiverTests {
    private let findings = AllChecks.findings(
        in: FilingSet([FilingBuilder(2024).filing { $0.set("review.reconsideration.upheld", "3") }]))

    private func entry(_ selector: String, decision: String = "dismissed", expiry: String? = nil) -> String {
        "  - \(selector)\n    decision: \(decision)\n    author: 王\n    date: 2026-01-05\n    reason: 已核对原件\n"
            + (expiry.map { "    expiry: \($0)\n" } ?? "")
    }

    private func waivers(_ entries: String...) throws -> Waivers {
        try Waivers(text: "waivers:\n" + entries.joined(), file: "waivers.yml")
    }

    @Test func aFingerprintSettlesItsFindingOnly() throws {
        #expect(findings.map(\.rule) == ["review-sum"])
        let right = try waivers(entry("fingerprint: \(findings[0].fingerprint)")).apply(to: findings, on: "2026-02-01")
        #expect(right.findings[0].isSettled && right.findings[0].decision?.author == "王" && right.unused.isEmpty)
        let wrong = try waivers(entry("fingerprint: 0123456789abcdef")).apply(to: findings, on: "2026-02-01")
        #expect(wrong.findings == findings && wrong.unused.map(\.place) == ["waivers.yml:2"])
    }

    @Test(arguments: [
        ("rule: review-sum\n    year: 2024", true), ("rule: review-sum\n    organ: 测试区教育局", true),
        ("rule: review-sum\n    district: \"900101\"", true),
        ("rule: review-sum\n    measure: review.reconsideration.total", true),
        ("rule: review-sum\n    source: 2024.txt", true), ("rule: review-sum\n    year: 2023", false),
        ("rule: review-sum\n    source: 24.txt", false), ("rule: requests-balance\n    year: 2024", false),
    ]) func selectors(selector: String, fits: Bool) throws {
        let outcome = try waivers(entry(selector)).apply(to: findings, on: "2026-02-01")
        #expect(outcome.findings[0].isSettled == fits)
        #expect(outcome.unused.isEmpty == fits)
    }

    @Test func confirmedStands() throws {
        let outcome = try waivers(entry("rule: review-sum\n    year: 2024", decision: "confirmed")).apply(
            to: findings, on: "2026-02-01")
        #expect(outcome.findings[0].decision?.kind == .confirmed && !outcome.findings[0].isSettled)
    }

    /// An entry holds up to and on its last day.
    @Test(arguments: [("2026-02-01", true), ("2026-01-31", false)]) func expiry(day: String, holds: Bool) throws {
        let outcome = try waivers(entry("rule: review-sum\n    year: 2024", expiry: day)).apply(
            to: findings, on: "2026-02-01")
        #expect(outcome.findings[0].isSettled == holds)
        #expect(outcome.expired.isEmpty == holds && outcome.unused.isEmpty)
    }

    /// Decisions outlive moved files, edits elsewhere and another order of inputs.
    @Test func decisionsSurviveOtherEdits() throws {
        let decided = try waivers(entry("fingerprint: \(findings[0].fingerprint)"))
        var moved = FilingBuilder(2024, source: "archive/other-name.html").filing {
            $0.set("review.reconsideration.upheld", "3")
        }
        moved.sections = [Section(number: 6, heading: "", text: "又加了一句话。", place: nil)]
        moved.readings[Measures.known("proactive.licensing.decisions")] = Reading(
            .reported, value: ExactDecimal(5), text: "5")
        let other = FilingBuilder(2024, organ: "别的局").filing
        let outcome = decided.apply(to: AllChecks.findings(in: FilingSet([other, moved])), on: "2026-02-01")
        #expect(outcome.findings.filter { $0.rule == "review-sum" }.map(\.isSettled) == [true])
    }

    @Test func allMistakesAtOnce() {
        let text = """
            waivers:
              - fingerprint: xyz
                decision: dismised
                author: 王
                date: 5. 1. 2026
                reason: 已核对
              - rule: review-sum
                decision: dismissed
                author: 王
                date: 2026-01-05
                reason: 已核对
                expiry: 2025-01-05
            """
        let errors = #expect(throws: ConfigurationErrors.self) { try Waivers(text: text, file: "w.yml") }
        #expect(errors?.errors.map(\.place.line).sorted() == [2, 3, 5, 7, 12])
        #expect(errors?.errors.contains { $0.en.contains("dismissed") } == true)
    }

    @Test func aProjectFileListsOrNames() throws {
        let listed = try Waivers(
            text: "districts: []\nwaivers:\n" + entry("rule: review-sum\n    year: 2024"), file: "p.yml",
            isProjectFile: true)
        #expect(listed.entries.count == 1 && listed.reference == nil)
        let named = try Waivers(text: "overrides: []\nwaivers: decisions.yml\n", file: "p.yml", isProjectFile: true)
        #expect(named.entries.isEmpty && named.reference == "decisions.yml")
    }

    @Test(arguments: [
        ("2026-03-01", true), ("2026-3-1", false), ("2026-13-01", false), ("2026-03-32", false), ("2026-03-0", false),
        ("today", false),
    ])
    func days(text: String, isDay: Bool) { #expect(CalendarDay.isWellFormed(text) == isDay) }
}
