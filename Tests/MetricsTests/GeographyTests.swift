import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// Divisions that change over the years, and organs that are renamed.
@Suite struct GeographyTests {
    private let registry = DistrictRegistry()

    private func filing(
        _ year: Int, _ organ: String, _ code: String, _ received: Int, _ coverage: Coverage = .oneOrgan
    ) -> Filing {
        FilingBuilder(year, organ: organ, district: registry.district(code: code, in: year), coverage: coverage)
            .filing { $0.receive(received) }
    }

    /// 孟津县 and 吉利区 were joined into 孟津区 in 2021.
    private var luoyang: [Filing] {
        [
            filing(2020, "孟津县人民政府", "410322", 30, .wholeArea), filing(2020, "吉利区人民政府", "410306", 12, .wholeArea),
            filing(2021, "孟津区人民政府", "410308", 50, .wholeArea), filing(2022, "孟津区人民政府", "410308", 60, .wholeArea),
        ]
    }

    private func run(_ filings: [Filing], _ geography: Geography, _ compare: Comparison = .level) -> [MetricSeries] {
        MetricQuery([.requestsReceived], by: [.district], compare: [compare], geography: geography)
            .run(on: FilingColumns(filings))
    }

    @Test func endedDivisionsArePooledWithTheirSuccessor() throws {
        #expect(run(luoyang, .asReported).map(\.key.label.zh) == ["吉利区", "孟津区", "孟津县"])
        let current = run(luoyang, .current(registry))
        #expect(current.map(\.key.label.zh) == ["孟津区"])
        #expect(current[0].points.map(\.value.number) == [42, 50, 60])
        #expect(current[0][2020]?.flags.contains(.boundariesPooled) == true)
        #expect(current[0][2021]?.flags.contains(.boundariesPooled) == false)
        let change = run(luoyang, .current(registry), .yearOverYear)[0]
        #expect(change[2022]?.number == 10 && change[2021]?.state == .formBreak)
    }

    @Test func joinedAreasMayBeComparedWithWhatTheyWereJoinedFrom() throws {
        let extra = [
            District(
                code: "900201", name: "甲县", level: .county, parent: "900200", province: "测试省", prefecture: "测试市",
                lastYear: 2022, successors: [.init(code: "900203", year: nil)]),
            District(
                code: "900203", name: "乙区", level: .county, parent: "900200", province: "测试省", prefecture: "测试市",
                firstYear: 2023),
            District(
                code: "900204", name: "丙县", level: .county, parent: "900200", province: "测试省", prefecture: "测试市",
                lastYear: 2022, successors: [.init(code: "900203", year: nil), .init(code: "900205", year: nil)]),
        ]
        let own = DistrictRegistry(adding: extra)
        let filings = [
            FilingBuilder(2022, organ: "甲县教育局", district: extra[0]).filing { $0.receive(10) },
            FilingBuilder(2023, organ: "乙区教育局", district: extra[1]).filing { $0.receive(15) },
            FilingBuilder(2022, organ: "丙县教育局", district: extra[2]).filing { $0.receive(7) },
        ]
        let query = MetricQuery(
            [.requestsReceived], by: [.district], compare: [.yearOverYear], geography: .current(own))
        let answer = query.answer(on: FilingColumns(filings))
        #expect(answer.series[0][2023]?.number == 5)
        #expect(answer.splitDistricts == ["900204"])
        #expect(answer.series.map(\.key.label.zh) == ["乙区", "丙县"])
    }

    @Test func aConstantPanelHoldsOrgansOfEveryYear() {
        let filings = [
            filing(2023, "孟津区教育局", "410308", 10), filing(2024, "孟津区教育局", "410308", 14),
            filing(2024, "孟津区民政局", "410308", 100),
        ]
        let query = MetricQuery(
            [.requestsReceived], by: [.district], compare: [.yearOverYear], geography: .constantPanel)
        let answer = query.answer(on: FilingColumns(filings))
        #expect(answer.series[0][2024]?.number == 4 && answer.organsOutsidePanel == 1)
        #expect(answer.series[0][2024]?.flags.contains(.panelChanged) == false)
        #expect(run(filings, .asReported, .yearOverYear)[0][2024]?.number == 104)
    }

    @Test func aRenamedOrganIsOneOrgan() {
        let filings = [
            filing(2022, "洛龙区卫生和计划生育委员会", "410311", 10), filing(2023, "洛龙区卫生健康委员会", "410311", 14),
        ]
        let table = FilingColumns(filings)
        let byName = MetricQuery([.requestsReceived], by: [.organ], compare: [.yearOverYear]).run(on: table)
        #expect(byName.count == 2)
        let byConcept = MetricQuery([.requestsReceived], by: [.concept], compare: [.yearOverYear]).run(on: table)
        #expect(byConcept.count == 1 && byConcept[0][2023]?.number == 4)
        #expect(byConcept[0].key.label.zh == "洛龙区卫生健康委员会")
        let district = run(filings, .asReported, .yearOverYear)[0][2023]
        #expect(district?.number == 4 && district?.flags.contains(.panelChanged) == false)
    }

    @Test func twoOrgansOfOneFunctionStayTwo() {
        let table = FilingColumns([
            filing(2022, "洛龙区教育局", "410311", 10), filing(2022, "洛龙区教育考试院", "410311", 3),
            filing(2023, "洛龙区教育局", "410311", 12),
        ])
        #expect(
            MetricQuery([.requestsReceived], by: [.concept]).run(on: table).map(\.key.label.zh) == [
                "洛龙区教育局", "洛龙区教育考试院",
            ])
    }

    @Test func aCityAndItsOfficeAreNotAdded() {
        let table = FilingColumns([
            filing(2023, "洛阳市人民政府", "410300", 500, .wholeArea), filing(2023, "洛阳市人民政府办公室", "410300", 60, .ownOffice),
        ])
        let value = MetricQuery([.requestsReceived]).run(on: table)[0][2023]
        #expect(value?.number == 60 && value?.flags.contains(.wholeAreaLeftOut) == true)
    }
}
