import Checks
import Filings
import Foundation
import TestSupport
import Testing

@Suite struct RegistryTests {
    @Test func idsAreUniqueAndFound() {
        #expect(Set(AllChecks.all.map(\.id)).count == AllChecks.all.count)
        for check in AllChecks.all { #expect(AllChecks.check(check.id)?.id == check.id) }
        #expect(AllChecks.check("no-such-rule") == nil)
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.hint))) func idsAreThoseOfTheContract()
        throws
    {
        let contract = try SharedFolder.lines("CONTRACT.md").joined(separator: "\n")
        let list = try #require(contract.range(of: "Rule ids so far: ")).upperBound
        let known = Set(contract[list...].prefix { $0 != "." }.split { $0 == "," || $0.isWhitespace }.map(String.init))
        #expect(known.count > 20)
        let own = Set(AllChecks.all.map(\.id))
        #expect(own.isSuperset(of: known), "\(known.subtracting(own))")
        // What the project added says so where changes are announced.
        #expect(own.subtracting(known) == ["digit-heaping", "figures-repeated", "place-name", "text-damaged"])
    }

    @Test(arguments: AllChecks.all.map(\.id)) func everyHeadingIsFilledInBothLanguages(_ id: String) throws {
        let check = try #require(AllChecks.check(id))
        #expect(!check.name.zh.isEmpty && !check.name.en.isEmpty)
        #expect(check.page.headings.count == 5)
        for (heading, text) in check.page.headings {
            #expect(!heading.zh.isEmpty && !heading.en.isEmpty)
            #expect(text.zh.hasSuffix("。") || text.zh.hasSuffix("”"), "\(id) \(heading.zh): \(text.zh)")
            #expect(text.en.hasSuffix("."), "\(id) \(heading.en): \(text.en)")
            #expect(!text.en.unicodeScalars.prefix(1).contains { (0x4E00...0x9FFF).contains($0.value) })
        }
    }

    @Test func everyRuleOfTheFormsHasACheck() {
        let rules = Set(AllForms.all.flatMap { $0.identities.map(\.rule) + $0.chains.map(\.rule) })
        for rule in rules { #expect(AllChecks.check(rule) != nil, "\(rule)") }
    }
}
