import Checks
import Filings
import Foundation
import Ingest
import Metrics
import TestSupport
import Testing

/// What can be added is registered once and complete.
@Suite struct RegistryTests {
    @Test func idsAreUniqueOverAllThatExplainNames() {
        let ids =
            AllChecks.all.map(\.id) + AllIndicators.all.map(\.id) + AllComparisons.all.map(\.id)
            + Measures.all.map(\.code)
        #expect(Set(ids).count == ids.count)
        #expect(Set(AllFormats.all.map(\.id)).count == AllFormats.all.count)
        for id in AllChecks.all.map(\.id) + AllIndicators.all.map(\.id) + AllComparisons.all.map(\.id) {
            #expect(id.wholeMatch(of: #/[a-z]+(-[a-z0-9]+)*/#) != nil, "\(id)")
        }
    }

    @Test(arguments: AllChecks.all.map(\.id)) func everyCheckHasAllHeadings(id: String) throws {
        let check = try #require(AllChecks.check(id))
        let headings = check.page.headings.map(\.heading.en)
        #expect(headings == ["What it verifies", "Why it matters", "Legal basis", "Example", "What to do"])
        let words = [check.name] + check.page.headings.map(\.text)
        for word in words { #expect(!word.zh.isEmpty && !word.en.isEmpty && word.zh != word.en) }
    }

    /// One rule a file, named as its rule; one file a rule.
    @Test func everyRuleFileIsRegistered() {
        let files = RepositoryFiles.swift(below: "Sources/Checks/Rules")
        #expect(!files.isEmpty)
        let text = files.map(RepositoryFiles.text).joined()
        for check in AllChecks.all { #expect(text.contains("\"\(check.id)\""), "\(check.id)") }
        let declared = text.matches(of: #/(?m)^(?:package )?struct \w+: (?:\w+Check|Check)\b/#).count
        #expect(declared <= AllChecks.all.count, "a rule that is not registered")
    }

    @Test(arguments: AllIndicators.all.map(\.id)) func everyIndicatorIsDefended(id: String) throws {
        let indicator = try #require(AllIndicators.indicator(id))
        #expect(!indicator.examples.isEmpty)
        for words in [indicator.name, indicator.nullRule, indicator.source] {
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
        }
        #expect(!indicator.forms.isEmpty)
    }

    @Test func theVocabularyIsThatOfTheForms() {
        let lines = RepositoryFiles.text("Sources/Filings/Vocabulary/measures.tsv").split(separator: "\n")
        let codes = lines.dropFirst().map { String($0.split(separator: "\t")[0]) }
        #expect(codes == Measures.all.map(\.code))
        let asked = Set(FormID.allCases.flatMap { AllForms.form($0).measures }.map { Measures[$0].code })
        #expect(asked == Set(codes))
        for form in FormID.allCases {
            let measures = AllForms.form(form).measures
            #expect(Set(measures).count == measures.count)
            #expect(measures.allSatisfy { Measures[$0].forms.contains(form) })
            #expect(Set(measures) == Set(Measures.all.filter { $0.forms.contains(form) }.map(\.id)))
        }
    }

    @Test func districtsAreSortedAndWhole() {
        let districts = DistrictRegistry().all
        #expect(districts.count > 3_000)
        #expect(districts.map(\.code) == districts.map(\.code).sorted())
        #expect(districts.allSatisfy { $0.code.count == 6 && Int($0.code) != nil && !$0.name.isEmpty })
        let codes = Set(districts.map(\.code))
        let orphans = districts.filter { district in district.parent.map { !codes.contains($0) } ?? false }
        #expect(orphans.isEmpty, "\(orphans.prefix(3).map(\.code))")
        #expect(districts.allSatisfy { $0.code < "900000" }, "codes from 900000 are for invented places")
    }
}
