import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

@Suite struct ContainmentTests {
    private func filing(
        _ organ: String, _ district: District?, _ received: String, _ coverage: Coverage = .oneOrgan, year: Int = 2024,
        source: String? = nil
    ) -> Filing {
        FilingBuilder(
            year, organ: organ, district: district, coverage: coverage, source: source
        ).filing { $0.receive(Int(received)!) }
    }

    private func total(_ filings: [Filing], useWholeArea: Bool = false, by: [Dimension] = []) -> Value {
        MetricQuery([.requestsReceived], by: by, options: MetricOptions(useWholeArea: useWholeArea))
            .run(on: FilingColumns(filings))[0].points[0].value
    }

    @Test func aParentIsNeverAddedToItsChildren() {
        let filings = [
            filing("测试市人民政府", Places.prefecture, "100", .wholeArea),
            filing("测试区人民政府", Places.county, "40", .wholeArea), filing("测试区教育局", Places.county, "3"),
            filing("试验县人民政府", Places.otherCounty, "20", .wholeArea),
        ]
        let value = total(filings)
        #expect(value.number == 23)
        #expect(value.rows == [2, 3])
        #expect(value.leftOut == [.init(row: 0, reason: .wholeArea), .init(row: 1, reason: .wholeArea)])
        #expect(value.flags.contains(.wholeAreaLeftOut))
        let whole = total(filings, useWholeArea: true)
        #expect(whole.number == 100 && whole.rows == [0])
        #expect(
            whole.flags.contains(.wholeAreaUsed)
                && whole.leftOut.map(\.reason) == .init(repeating: .insideWholeArea, count: 3))
        #expect(total(filings, useWholeArea: true, by: [.city]).number == 100)
    }

    @Test func wholeAreasSideBySideAreAdded() {
        let value = total([
            filing("测试区人民政府", Places.county, "40", .wholeArea), filing("试验县人民政府", Places.otherCounty, "20", .wholeArea),
        ])
        #expect(value.number == 60 && value.flags.isEmpty)
        #expect(total([filing("测试市人民政府", Places.prefecture, "100", .wholeArea)]).number == 100)
    }

    @Test func containmentByPrefixAndByName() {
        let byPrefix = total([filing("福州市人民政府", Places.fuzhou, "100", .wholeArea), filing("鼓楼区教育局", Places.gulou, "5")])
        #expect(byPrefix.number == 5)
        let elsewhere = total([
            filing("福州市人民政府", Places.fuzhou, "100", .wholeArea), filing("鼓楼区教育局", Places.nanjingGulou, "5"),
        ])
        #expect(elsewhere.number == 105)
        let city = total([filing("北京市人民政府", Places.beijing, "100", .wholeArea), filing("朝阳区教育局", Places.chaoyang, "5")])
        #expect(city.number == 5)
        let unknown = total([filing("福州市人民政府", Places.fuzhou, "100", .wholeArea), filing("某中心", nil, "5")])
        #expect(unknown.number == 105)
    }

    @Test func anOrganIsNeverAddedToItself() {
        let value = total([
            filing("测试区教育局", Places.county, "5", source: "a"), filing("测试区教育局", Places.county, "6", source: "b"),
        ])
        #expect(value.number == 5 && value.flags.contains(.duplicateLeftOut))
        #expect(value.leftOut == [.init(row: 1, reason: .duplicate)])
    }

    @Test func eachYearIsGuardedByItself() {
        let series = MetricQuery([.requestsReceived]).run(
            on: FilingColumns([
                filing("测试区人民政府", Places.county, "40", .wholeArea, year: 2023),
                filing("测试区人民政府", Places.county, "50", .wholeArea), filing("测试区教育局", Places.county, "3"),
            ]))[0]
        #expect(series.points.map(\.value.number) == [40, 3])
    }
}
