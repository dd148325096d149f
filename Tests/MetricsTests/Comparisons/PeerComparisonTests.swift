import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// Who is compared with whom, and when nobody is.
@Suite struct PeerComparisonTests {
    private func values(
        _ comparison: Comparison, _ filings: [ExampleFiling], _ indicator: Indicator = .requestsReceived,
        by: [Dimension] = [.district], peers: [PeerField]? = nil
    ) -> [Value] {
        MetricQuery([indicator], by: by, compare: [comparison], peers: peers).run(on: filings.table).compactMap {
            $0[2024]
        }
    }

    private func peers(_ value: Value) -> String? {
        if case .peers(let peers) = value.detail { peers.group } else { nil }
    }

    @Test func sizeBandsPartThePeers() {
        let filings = [ExampleFiling].districts(["900101": 5, "900102": 8, "900103": 50, "900104": 70, "900105": 2000])
        let values = values(.percentile, filings, peers: [.size])
        #expect(values.map(peers) == ["办理量1–9", "办理量1–9", "办理量10–99", "办理量10–99", nil])
        #expect(values.map(\.number) == [25, 75, 25, 75, nil] && values[4].reason == .noPeers)
        #expect(SizeBand.name(0) == "办理量0" && SizeBand.name(10000) == "办理量≥10000" && SizeBand.name(nil) == "办理量未知")
    }

    @Test func listsPartThePeers() {
        let filings = [ExampleFiling].districts(["900101": 5, "900102": 8, "900103": 50, "900104": 70])
        let lists = PeerLists([
            .init(name: "城区组", members: ["900101", "示例900103"]), .init(name: "其他组", members: ["900102"]),
        ])
        let values = values(.distanceFromMedian, filings, peers: [.lists(lists)])
        #expect(values.map(\.number) == [-22.5, nil, 22.5, nil])
        #expect(peers(values[0]) == "城区组" && values[1].reason == .noPeers)
    }

    @Test func dimensionsPartThePeers() {
        let filings = [
            ExampleFiling.requests(2024, "5", organ: "甲区教育局", district: "900101"),
            .requests(2024, "9", organ: "甲区民政局", district: "900101"),
            .requests(2024, "7", organ: "乙区教育局", district: "900102"),
        ]
        #expect(values(.percentile, filings, by: [.organ]).map(\.number) == [75, 25, nil])
        #expect(values(.percentile, filings, by: [.organ], peers: []).map(\.number).compactMap(\.self).count == 3)
    }

    @Test func equalValuesHaveNoBandAndNoOutlier() {
        let equal = [ExampleFiling].districts(["900101": 5, "900102": 5, "900103": 5, "900104": 5, "900105": 5])
        for comparison in [Comparison.quantileBand, .outlier] {
            #expect(values(comparison, equal).allSatisfy { $0.number == nil && $0.reason == .noSpread })
        }
        #expect(values(.percentile, equal).map(\.number) == [50, 50, 50, 50, 50])
        #expect(values(.concentration, equal, by: []).map(\.number) == [0])
    }

    @Test func smallAndDoubtfulRatesAreNoPeers() {
        let filings = [
            ExampleFiling.rate(2024, 20, of: 40, organ: "甲区教育局", district: "900101"),
            .rate(2024, 30, of: 40, organ: "乙区教育局", district: "900102"),
            .rate(2024, 9, of: 10, organ: "丙区教育局", district: "900103"),
        ]
        #expect(values(.percentile, filings, .disclosureRate).map(\.number) == [25, 75, nil])
        let funnel = values(.funnel, filings, .disclosureRate)
        #expect(
            funnel.map { $0.number.map { ($0 * 1e9).rounded() / 1e9 } } == [50, 75, 90],
            "few cases have wide limits, not none")
        guard case .funnel(let few) = funnel[2].detail, case .funnel(let many) = funnel[0].detail else {
            Issue.record("no limits")
            return
        }
        #expect(abs(few.center - 100 * 59.0 / 90) < 1e-9 && few.count == 3)
        #expect(few.outer.upperBound - few.outer.lowerBound > many.outer.upperBound - many.outer.lowerBound)
        #expect(few.inner.lowerBound > few.outer.lowerBound && few.inner.upperBound <= few.outer.upperBound)
    }

    @Test func minimumsAreThoseAskedFor() {
        let filings = [
            ExampleFiling.rate(2024, 20, of: 40, organ: "甲区教育局", district: "900101"),
            .rate(2024, 9, of: 10, organ: "乙区教育局", district: "900102"),
            .rate(2024, 1, of: 2, organ: "丙区教育局", district: "900103"),
        ]
        func shown(_ options: MetricOptions, _ comparison: Comparison) -> [Double?] {
            MetricQuery([.disclosureRate], by: [.district], compare: [comparison], options: options).run(
                on: filings.table
            )
            .map { $0[2024]?.number }
        }
        #expect(shown(MetricOptions(), .level) == [50, 90, nil])
        #expect(shown(MetricOptions(minimumForShowing: 2), .level) == [50, 90, 50])
        #expect(shown(MetricOptions(minimumForRanking: 10), .rank) == [2, 1, nil])
        var options = MetricOptions()
        options.minimumsByIndicator["disclosure-rate"] = .init(forShowing: 20, forRanking: 41)
        #expect(shown(options, .level) == [50, nil, nil] && shown(options, .rank) == [nil, nil, nil])
        var strict = Indicator.disclosureRate
        strict.minimums.forShowing = 11
        let values = MetricQuery([strict], by: [.district]).run(on: filings.table).map { $0[2024]?.number }
        #expect(values == [50, nil, nil])
    }

    @Test func bandsAreAsManyAsAskedFor() throws {
        let filings = [ExampleFiling].districts(["900101": 1, "900102": 2, "900103": 3, "900104": 4, "900105": 5])
        var options = MetricOptions()
        options.bands = 5
        let series = MetricQuery([.requestsReceived], by: [.district], compare: [.quantileBand], options: options).run(
            on: filings.table)
        #expect(series.map { $0[2024]?.number } == [1, 2, 3, 4, 5])
    }
}
