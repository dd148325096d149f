import Checks
import Filings
import TestSupport
import Testing

@testable import Publishing

@Suite struct RectificationListTests {
    private func finding(_ organ: String, _ change: (inout Finding) -> Void = { _ in }) -> Finding {
        var finding = Finding(
            rule: "review-sum", severity: .error, verdict: .violated, filing: FilingBuilder(2024, organ: organ).filing,
            left: Finding.Side(text: "甲", value: ExactDecimal(3)),
            right: Finding.Side(text: "乙", value: ExactDecimal(4)),
            message: Words("=HYPERLINK(1)", "a"),
            evidence: [.init(source: "a.txt", evidence: Evidence(text: "<b>&", place: Place(line: 2, column: 3)))])
        change(&finding)
        return finding
    }

    private func files(_ findings: [Finding]) throws -> [String: String] {
        let files = try RectificationList(findings, language: .zh, library: ReportLibrary()).files()
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func oneListAnOrganAndAnIndex() throws {
        let files = try files([finding("甲局"), finding("乙局"), finding("甲局") { $0.year = 2021 }])
        #expect(
            files.keys.sorted() == [
                "900101-乙局.csv", "900101-乙局.html", "900101-甲局.csv", "900101-甲局.html", "index.html", "manifest.json",
            ])
        let rows = try #require(files["900101-甲局.csv"]).split(separator: "\n")
        #expect(rows.count == 3 && rows[1].hasPrefix("1,2021,") && rows[2].hasPrefix("2,2024,"))
        #expect(try #require(files["index.html"]).contains("2 个机关，3 项"))
    }

    @Test func namesThatOnlySignsTellApartAreTwoFiles() throws {
        let files = try files([finding("甲/局"), finding("甲*局")])
        #expect(files.keys.filter { $0.hasSuffix(".csv") }.count == 2)
    }

    /// What is noted, doubted or settled is nothing to put right.
    @Test func onlyOpenViolations() throws {
        let decision = Decision(kind: .dismissed, author: "王", date: "2026-01-05", reason: "误报")
        let files = try files([
            finding("甲局") { $0.severity = .note }, finding("乙局") { $0.verdict = .doubtful },
            finding("丙局") { $0.decision = decision },
        ])
        #expect(files.keys.sorted() == ["index.html", "manifest.json"])
    }

    @Test func hostileTextIsHarmless() throws {
        let files = try files([finding("../<script>局")])
        let name = try #require(files.keys.first { $0.hasSuffix(".html") && $0 != "index.html" })
        #expect(!name.contains("/") && !name.contains("<") && !name.contains("." + "."))
        let page = try #require(files[name])
        #expect(!page.contains("<script>") && page.contains("&lt;b&gt;&amp;"))
        let table = try #require(files.first { $0.key.hasSuffix(".csv") }?.value)
        #expect(table.contains("'=HYPERLINK(1)") && !table.contains(",=HYPERLINK"))
    }
}
