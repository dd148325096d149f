import Filings
import Foundation
import TestSupport
import Testing

@testable import Parsing

/// Every figure of the real filings beside the checkout.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.hint))) struct RealFileTests {
    struct Truth: Decodable, Sendable, CustomTestStringConvertible {
        struct FactRecord: Decodable {
            var kind: String
            var value: Decimal
            var unit: String
        }
        var source: String
        var organ: String
        var aliases: [String]?
        var district: String?
        var year: Int
        var form: String
        var measures: [String: Decimal?]
        var either: [String]?
        var facts: [FactRecord]?
        var acrossYears: [String: Decimal]?
        var undetermined: [String]?
        var testDescription: String { source }
    }

    private static func truths(_ path: String, where isWanted: (Truth) -> Bool = { _ in true }) throws -> [Truth] {
        guard SharedFolder.isPresent else { return [] }
        return try SharedFolder.lines(path).map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }.filter(
            isWanted)
    }

    static let samples = (try? truths("samples/truth.jsonl")) ?? []
    static let pingtan = (try? truths("real/truth.jsonl") { $0.source.hasPrefix("pingtan") }) ?? []

    @Test func theFilesAreThere() { #expect(Self.samples.count == 5 && Self.pingtan.count == 7) }

    private func compare(_ filing: Filing, _ truth: Truth) {
        #expect(
            ([truth.organ] + (truth.aliases ?? [])).contains(filing.organ?.name ?? ""), "\(filing.organ?.name ?? "nil")"
        )
        #expect(filing.year == truth.year && filing.form?.rawValue == truth.form)
        let either = Set(truth.either ?? [])
        for (code, value) in truth.measures.sorted(by: { $0.key < $1.key }) {
            let found = filing.readings[Measures.known(code)].value
            let expected = value.map { ExactDecimal("\($0)")! }
            if either.contains(code), found == nil || found == .zero { continue }
            #expect(found == expected, "\(code)")
        }
    }

    @Test(arguments: samples) func everyFigureOfTheSamples(_ truth: Truth) throws {
        let filing = try Reader.read(SharedFolder.bytes("samples/" + truth.source), source: truth.source)
        compare(filing, truth)
        #expect(filing.area.code == truth.district)
        for fact in truth.facts ?? [] {
            let value = ExactDecimal("\(fact.value)")!
            #expect(
                filing.facts.contains { $0.kind == fact.kind && $0.value == value && $0.unit == fact.unit }, "\(fact)")
        }
    }

    /// What each filing says alone: `acrossYears` and `undetermined` are open, with the truth among the candidates.
    @Test(arguments: pingtan) func aGluedFilingAlone(_ truth: Truth) throws {
        let filing = try Reader.read(SharedFolder.bytes("real/" + truth.source), source: truth.source)
        compare(filing, truth)
        for (code, value) in truth.acrossYears ?? [:] {
            let reading = filing.readings[Measures.known(code)]
            #expect(
                reading.state == .ambiguous && reading.candidates.contains(ExactDecimal("\(value)")!),
                "\(code): \(reading)")
        }
    }

    @Test func theGluedFilingsTogether() throws {
        let read = try Self.pingtan.map { try Reader.read(SharedFolder.bytes("real/" + $0.source), source: $0.source) }
        for (filing, truth) in zip(YearResolution.resolve(read), Self.pingtan) {
            compare(filing, truth)
            for (code, value) in truth.acrossYears ?? [:] {
                #expect(
                    filing.readings[Measures.known(code)].value == ExactDecimal("\(value)")!, "\(truth.source) \(code)")
            }
            for code in truth.undetermined ?? [] {
                let reading = filing.readings[Measures.known(code)]
                #expect(
                    reading.state == .ambiguous && reading.candidates.count > 1, "\(truth.source) \(code): \(reading)")
            }
        }
    }

    @Test(arguments: samples) func placesPointAtTheCharacters(_ truth: Truth) throws {
        let bytes = try SharedFolder.bytes("samples/" + truth.source)
        let text = String(decoding: bytes, as: UTF8.self)
        let characters = Characters(text.replacing("\r\n", with: "\n"))
        let filing = try Reader.read(bytes, source: truth.source)
        for id in AllForms.form(filing.form!).measures where filing.readings[id].state == .reported {
            #expect(characters.at(filing.readings[id]) == filing.readings[id].text, "\(Measures[id].code)")
        }
    }

    @Test func aPlaceInAGluedFiling() throws {
        let bytes = try SharedFolder.bytes("real/pingtan_2024.txt")
        let filing = try Reader.read(bytes, source: "pingtan_2024.txt")
        let characters = Characters(String(decoding: bytes, as: UTF8.self))
        for id in AllForms.form(.form2021).measures where filing.readings[id].value != nil {
            #expect(characters.at(filing.readings[id]) == filing.readings[id].text, "\(Measures[id].code)")
        }
    }
}
