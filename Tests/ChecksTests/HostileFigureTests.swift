import Checks
import Filings
import TestSupport
import Testing

/// Bad data gives findings and never stops a run.
@Suite struct HostileFigureTests {
    private static let largest = "999999999999999999"

    private func filing(_ organ: Int, _ year: Int, _ value: String) -> Filing {
        FilingBuilder(year, organ: "第\(organ)区教育局", source: "\(organ)/\(year).txt").filing { builder in
            for code in ["licensing.decisions", "penalties.decisions", "fees.amount"] {
                builder.set("proactive." + code, value)
            }
            builder.receive(1)
            builder.set("requests.received.total", value)
        }
    }

    @Test func theLargestFiguresThatAreRead() {
        let peers = (0..<12).map { filing($0, 2024, $0 == 3 ? "0" : Self.largest) }
        let years = (2021...2025).map { filing(50, $0, $0 == 2023 ? "0" : Self.largest) }
        let rules = Set(AllChecks.findings(in: FilingSet(peers + years)).map(\.rule))
        #expect(rules.isSuperset(of: ["zero-among-peers", "jump", "count-invalid"]))
    }

    @Test func filingsOfWhichNothingIsKnown() {
        var empty = Filing(source: "x.txt", digest: "", format: "text", form: nil)
        #expect(AllChecks.findings(in: FilingSet([empty, empty])).isEmpty)
        empty.sections = [Section(number: 1, heading: "", text: "共9999999999999999999999条，其中1条，2条（（（3条。", place: nil)]
        empty.year = 2024
        #expect(AllChecks.findings(in: FilingSet([empty])).isEmpty)
    }
}
