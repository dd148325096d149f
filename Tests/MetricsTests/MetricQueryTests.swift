import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

@Suite struct MetricQueryTests {
    private func filing(_ year: Int, _ organ: String, _ district: District?, _ received: String) -> Filing {
        FilingBuilder(year, organ: organ, district: district).filing { $0.receive(Int(received)!) }
    }

    @Test func seriesComeInTheOrderAskedWhateverTheOrderOfFilings() {
        let filings = [
            filing(2024, "乙局", Places.otherCounty, "2"), filing(2023, "甲局", Places.county, "3"),
            filing(2024, "甲局", Places.county, "4"), filing(2023, "乙局", Places.otherCounty, "5"),
        ]
        func picture(_ filings: [Filing]) -> [String] {
            MetricQuery([.requestsResolved, .requestsReceived], by: [.organ], compare: [.yearOverYear, .level])
                .run(on: FilingColumns(filings))
                .map { series in
                    "\(series.indicator.id) \(series.key.label.zh) \(series.comparison.id) "
                        + series.points.map { "\($0.year)=\($0.value.number?.description ?? "—")" }.joined(
                            separator: " ")
                }
        }
        #expect(
            picture(filings).suffix(4) == [
                "requests-received 乙局 year-over-year 2023=— 2024=-3.0",
                "requests-received 乙局 level 2023=5.0 2024=2.0",
                "requests-received 甲局 year-over-year 2023=— 2024=1.0",
                "requests-received 甲局 level 2023=3.0 2024=4.0",
            ])
        #expect(picture(filings) == picture(filings.reversed()))
    }

    @Test func organsOfOneNameInTwoPlacesAreTwo() {
        let series = MetricQuery([.requestsReceived], by: [.organ]).run(
            on: FilingColumns([
                filing(2024, "鼓楼区教育局", Places.gulou, "2"), filing(2024, "鼓楼区教育局", Places.nanjingGulou, "3"),
            ]))
        #expect(series.map(\.key.label.zh) == ["鼓楼区教育局（南京市）", "鼓楼区教育局（福州市）"])
        #expect(series.map(\.points[0].value.number) == [3, 2])
        #expect(series[0].key[.organ]?.value == "鼓楼区教育局")
    }

    @Test func aRenamedDistrictIsOneWithItsLatestName() {
        let old = Places.place("220602", "八道江区", .county, parent: "220600", province: "吉林省", prefecture: "白山市")
        let new = Places.place("220602", "浑江区", .county, parent: "220600", province: "吉林省", prefecture: "白山市")
        let series = MetricQuery([.requestsReceived], by: [.district]).run(
            on: FilingColumns([filing(2024, "甲局", new, "2"), filing(2023, "甲局", old, "3")]))
        #expect(series.map(\.key.label.zh) == ["浑江区"])
        #expect(series[0].key[.district]?.value == "220602")
    }

    @Test func pooledRatesLeaveOutWhatCannotBeCounted() throws {
        func filing(_ organ: String, _ change: (inout FilingBuilder) -> Void) -> Filing {
            FilingBuilder(2024, organ: organ).filing { builder in
                builder.set("requests.received.total", "40")
                builder.set("requests.granted.total", "10")
                builder.set("requests.unavailable.notHeld.total", "30")
                builder.set("requests.resolved.total", "40")
                change(&builder)
            }
        }
        let table = FilingColumns([
            filing("甲局") { _ in }, filing("乙局") { $0.set("requests.granted.total", state: .ambiguous) },
            filing("丙局") { $0.set("requests.granted.total", "25") },
            filing("丁局") { $0.set("requests.received.total", "40") },
        ])
        let value = MetricQuery([.disclosureRate]).run(on: table)[0].points[0].value
        #expect(value.number == 25 && value.n == 80 && value.rows == [0, 3])
        #expect(
            value.leftOut == [.init(row: 1, reason: .cell(.ambiguous)), .init(row: 2, reason: .identityFails)])
        #expect(value.flags == .incomplete)
        #expect(ValueFormat(.zh).fraction(value) == "20÷80")
    }

    @Test func askedYearsStandEvenWithoutFilings() throws {
        let table = FilingColumns([filing(2022, "甲局", Places.county, "1"), filing(2024, "甲局", Places.county, "2")])
        let series = MetricQuery([.requestsReceived], by: [.organ]).run(on: table)[0]
        #expect(series.points.map(\.year) == [2022, 2023, 2024])
        let asked = MetricQuery(
            [.requestsReceived], by: [.organ], years: try YearSelection(parsing: "2020-2022"))
        let shown = asked.run(on: table)[0]
        #expect(shown.points.map(\.value.number) == [nil, nil, 1])
        #expect(shown.breaks == [2021])
        #expect(MetricQuery([.requestsReceived]).run(on: FilingColumns([])).isEmpty)
    }

    @Test func aMeasureOfOneFormIsNotAskedInTheOther() {
        let table = FilingColumns([
            FilingBuilder(2020).filing, FilingBuilder(2021, figures: ["proactive.fees.amount": "24252.25"]).filing,
        ])
        let series = MetricQuery([.administrativeFees, .normativeDocumentsInForce]).run(on: table)
        #expect(series.map(\.points[0].value.state) == [.notAsked, .notAsked])
        #expect(ValueFormat(.zh).text(series[0].points[1].value, of: .administrativeFees) == "24,252.25")
    }

    @Test func derivedAndAssumedZeroAreSaid() {
        let table = FilingColumns([
            FilingBuilder(2023).filing {
                $0.receive(4)
                $0.set("requests.received.total", state: .absent)
                $0.derive("requests.received.total", "4")
            },
            FilingBuilder(2024).filing { $0.set("requests.received.total", state: .nilMark) },
        ])
        let series = MetricQuery([.requestsReceived]).run(on: table)[0]
        #expect(series.points.map(\.value.state) == [.derived, .assumedZero])
        #expect(series.points.map { $0.value.flags.text(.zh) } == ["[推]", "[零]"])
    }
}
