import Checks
import Filings
import TestSupport
import Testing

/// Every rule over its marked case files.
@Suite struct CheckCaseTests {
    @Test(arguments: AllChecks.all.map(\.id)) func everyRuleHasACaseFile(_ rule: String) throws {
        #expect(try CaseFiles.names().contains(rule))
    }

    @Test(arguments: try CaseFiles.names()) func aCase(_ name: String) throws {
        let example = try CheckCase(named: name)
        try #require(AllChecks.check(example.rule) != nil, "no such rule")
        let all = AllChecks.findings(in: FilingSet(try example.filings()), rules: try example.rules())
        #expect(
            Set(all.map(\.rule)).subtracting(example.allowed).isEmpty, "\(all.map { $0.rule + ": " + $0.message.zh })")
        let findings = all.filter { $0.rule == example.rule }
        #expect(findings.count == example.count, "\(findings.map(\.message.zh))")
        guard let first = findings.first else { return }
        #expect(first.severity.rawValue == example["severity"] && first.verdict.rawValue == example["verdict"])
        #expect(first.left?.value.description == example["left"] && first.right?.value.description == example["right"])
        #expect(findings.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
        if let source = example["on"] ?? example.marks.first?.source { #expect(first.source == source) }
        try expectMarks(example, findings)
    }

    private func expectMarks(_ example: CheckCase, _ findings: [Finding]) throws {
        let citations = findings.flatMap(\.evidence)
        for mark in example.marks {
            let found = citations.filter { $0.source == mark.source && $0.evidence.place == mark.place }
            #expect(!found.isEmpty, "nothing points at \(mark.number) (\(mark.place)): \(citations)")
            guard mark.number == example.marks[0].number, let quote = example["quote"] else { continue }
            #expect(found.contains { $0.evidence.text == quote }, "\(found)")
        }
    }

    /// What a finding quotes stands where it points.
    @Test(arguments: try CaseFiles.names()) func quotationsAreTrue(_ name: String) throws {
        let example = try CheckCase(named: name)
        let texts = Dictionary(uniqueKeysWithValues: example.texts.map { ($0.source, $0.text) })
        let findings = AllChecks.findings(in: FilingSet(try example.filings()), rules: try example.rules())
        let unlike = findings.filter { Self.describesRatherThanQuotes($0) == false }.flatMap(\.evidence).filter {
            citation in
            guard let place = citation.evidence.place, let text = texts[citation.source] else { return false }
            let line = text.split(separator: "\n", omittingEmptySubsequences: false)[place.line - 1].unicodeScalars
            let rest = String(String.UnicodeScalarView(line.dropFirst(place.column - 1)))
            return !rest.hasPrefix(citation.evidence.text)
        }
        #expect(unlike.isEmpty)
    }

    /// A lost column cannot be quoted.
    private static func describesRatherThanQuotes(_ finding: Finding) -> Bool { finding.rule == "table-shape" }
}
