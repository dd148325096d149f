import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

@Suite struct ShareOfParentTests {
    private func filing(
        _ organ: String, _ district: District, _ received: Int?, coverage: Coverage = .oneOrgan
    ) -> Filing {
        FilingBuilder(2024, organ: organ, district: district, coverage: coverage).filing { builder in
            if let received {
                builder.receive(received)
            } else {
                builder.set("requests.received.total", state: .absent)
            }
        }
    }

    private func shares(_ filings: [Filing], _ indicator: Indicator = .requestsReceived, by: [Dimension]) -> [Value] {
        MetricQuery([indicator], by: by, compare: [.shareOfParent]).run(on: FilingColumns(filings)).map(
            \.points[0].value)
    }

    @Test func sumsOverTheChildrenPresentWithoutTheParentsOwnFiling() {
        let values = shares(
            [
                filing("测试市人民政府", Places.prefecture, 500, coverage: .wholeArea),
                filing("测试区人民政府", Places.county, 30, coverage: .wholeArea),
                filing("试验县人民政府", Places.otherCounty, 10, coverage: .wholeArea),
                filing("测试实验区", Places.zone, nil, coverage: .wholeArea),
            ], by: [.district])
        #expect(values.map(\.state) == [.notApplicable, .ordinary, .ordinary, .missing])
        #expect(values[1].number == 75 && values[2].number == 25)
        guard case .share(let share) = values[1].detail else { return #expect(Bool(false)) }
        #expect(share.children == 2 && share.presentChildren == 3 && share.parent == "测试市")
        #expect(share.total == ExactDecimal(40))
        #expect(values[1].flags.contains([.incomplete, .wholeAreaLeftOut]))
    }

    @Test func organsShareTheirDistrictAndRatesNothing() {
        let filings = [
            filing("测试区教育局", Places.county, 1), filing("测试区民政局", Places.county, 3),
            filing("试验县教育局", Places.otherCounty, 0),
        ]
        let values = shares(filings, by: [.organ])
        #expect(values.map(\.number) == [25, 75, nil])
        #expect(values[2].state == .noRequests)
        #expect(shares(filings, .disclosureRate, by: [.organ]).allSatisfy { $0.state == .notApplicable })
        #expect(shares(filings, by: [.function]).map(\.number) == [25, 75])
        #expect(shares(filings, by: []).map(\.number) == [100])
    }
}
