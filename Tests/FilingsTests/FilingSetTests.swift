import Filings
import TestSupport
import Testing

@Suite struct FilingSetTests {
    private func filing(_ year: Int, organ: String = "测试区教育局", source: String? = nil, signed day: Int? = nil) -> Filing
    {
        FilingBuilder(year, organ: organ, source: source).filing { builder in
            guard let day else { return }
            builder.filing.signature = Signature(
                year: year + 1, month: 1, day: day, evidence: Evidence(text: "", place: nil))
        }
    }

    @Test func aSeriesIsByYearAndOrgansKeepTheirOrder() {
        let set = FilingSet([
            filing(2024), filing(2023, organ: "测试区财政局"), filing(2022), filing(2023), filing(2022, organ: "测试区财政局"),
        ])
        #expect(set.series == [[2, 3, 0], [4, 1]])
        #expect(set.duplicates.isEmpty)
        #expect(set.neighbours.map(\.later.year) == [2023, 2024, 2023])
    }

    @Test func aGapIsNoNeighbour() {
        let set = FilingSet([filing(2021), filing(2023), filing(2024)])
        #expect(set.neighbours.map { [$0.earlier.year, $0.later.year] } == [[2023, 2024]])
    }

    @Test func theOneSignedLaterIsInForce() {
        let early = filing(2024, source: "zz/2024-9.txt", signed: 5)
        let late = filing(2024, source: "a/2024.txt", signed: 20)
        for order in [[early, late], [late, early]] {
            let set = FilingSet(order)
            #expect(set.duplicates.map { $0.map { set.filings[$0].source } } == [["zz/2024-9.txt", "a/2024.txt"]])
            #expect(set.current.map(\.source) == ["a/2024.txt"])
        }
    }

    /// One published, one only signed, one published early and signed late: the order of the inputs tells nothing.
    @Test func ofThreeVersionsOneIsInForceInAnyOrder() {
        var (a, b, c) = (
            filing(2024, source: "a"), filing(2024, source: "b", signed: 20), filing(2024, source: "c", signed: 28)
        )
        a.publicationDate = CalendarDay(year: 2025, month: 1, day: 25)
        c.publicationDate = CalendarDay(year: 2025, month: 1, day: 10)
        for order in [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            #expect(FilingSet(order).current.map(\.source) == ["a"])
        }
        b.signature = nil
        #expect(FilingSet([a, b]).current.map(\.source) == ["a"] && FilingSet([b, a]).current.map(\.source) == ["a"])
    }

    @Test func withoutDatesTheLaterCopyIsInForce() {
        let set = FilingSet([filing(2024, source: "x/2024-2.txt"), filing(2024, source: "x/2024.txt")])
        #expect(set.current.map(\.source) == ["x/2024-2.txt"])
    }

    @Test func namesakesInTwoDistrictsAreTwoOrgans() {
        let set = FilingSet([
            FilingBuilder(2024, organ: "鼓楼区教育局", district: Places.gulou).filing,
            FilingBuilder(2024, organ: "鼓楼区教育局", district: Places.nanjingGulou, source: "other").filing,
        ])
        #expect(set.series.count == 2 && set.duplicates.isEmpty && set.current.count == 2)
    }

    @Test func withoutOrganOrYearAFilingStandsAlone() {
        var nameless = filing(2024)
        nameless.organ = nil
        var undated = filing(2024)
        undated.year = nil
        let set = FilingSet([nameless, undated])
        #expect(set.series.isEmpty && set.duplicates.isEmpty)
        #expect(set.current.count == 2)
    }
}
