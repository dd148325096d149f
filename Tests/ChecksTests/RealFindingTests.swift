import Checks
import Filings
import Foundation
import Ingest
import Parsing
import TestSupport
import Testing

/// What the checks must find, and must not find, in the real filings beside the checkout.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.hint))) struct RealFindingTests {
    private struct Expected: Decodable {
        var source: String
        var rule: String
        var measures: [String]
    }

    private static let samples = ["luolong-2024", "chanhe-2025", "shanting-2024", "weidong-2021", "hunjiang-2023"]

    private func findings() throws -> [Finding] {
        let parser = FilingParser(registry: DistrictRegistry())
        let paths = Self.samples.map { "samples/\($0).txt" } + (2019...2025).map { "real/pingtan_\($0).txt" }
        let filings = try paths.map { path -> Filing in
            let source = String(path.split(separator: "/")[1])
            guard
                case .read(let filing) = parser.parse(try FileReader.document(SharedFolder.bytes(path), source: source))
            else {
                throw CheckCase.NotRead(source: source)
            }
            return filing
        }
        return AllChecks.findings(in: FilingSet(YearResolution.resolve(filings)))
    }

    @Test func whatMustBeFound() throws {
        let found = try findings()
        let expected = try SharedFolder.lines("real/findings.jsonl").map {
            try JSONDecoder().decode(Expected.self, from: Data($0.utf8))
        }
        for entry in expected where AllChecks.check(entry.rule) != nil {
            let fitting = found.filter { $0.source == entry.source && $0.rule == entry.rule }
            #expect(!fitting.isEmpty, "\(entry)")
            let measures = Set(fitting.flatMap(\.measures).map { Measures[$0].code })
            #expect(measures.isSuperset(of: entry.measures), "\(entry)")
        }
    }

    /// The organ's errors are few; all of them are known.
    @Test func noOtherErrors() throws {
        let errors = try findings().filter { $0.severity == .error }
        #expect(
            Set(errors.map { "\($0.source) \($0.rule)" }) == [
                "chanhe-2025.txt narrative-table", "pingtan_2020.txt requests-resolved-sum",
                "shanting-2024.txt narrative-sum",
            ])
        #expect(errors.count == 5)
    }

    @Test func thePrintedSumsOfThePingtanFiling() throws {
        let sums = try findings().filter { $0.rule == "requests-resolved-sum" }
        #expect(
            sums.map { [$0.left!.value, $0.right!.value] }
                == [[26, 20], [27, 21]].map { $0.map { ExactDecimal($0) } })
    }
}
