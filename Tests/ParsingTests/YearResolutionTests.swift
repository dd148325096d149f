import Filings
import TestSupport
import Testing

@testable import Parsing

/// A glued line of table two that only the neighbouring year's filing decides.
@Suite struct YearResolutionTests {
    private static let line = AllForms.form(.form2021).tableTwo[1]

    /// A filing whose line of normative documents is glued, or printed when `glued` is false.
    private func filing(
        _ year: Int, _ cells: [String], glued: Bool = true, organ: String = "洛龙区教育局", folder: String = ""
    ) throws -> Filing {
        var sheet = FilingSheet(RandomFiling.make(seed: 5, year: year, organ: organ))
        sheet.two[3].cells = cells
        return try Reader.read((glued ? FilingLayout.glued : .narrow).text(sheet), source: "\(folder)\(year).txt")
    }

    private func values(_ filing: Filing) -> [String?] {
        Self.line.measures.map { filing.readings[$0].value?.description }
    }

    @Test func stockAndFlowDecide() throws {
        let earlier = try filing(2022, ["10", "4", "665"], glued: false)
        let later = try filing(2023, ["88", "55", "698"])
        #expect(values(later) == [nil, nil, nil])
        let resolved = YearResolution.resolve([later, earlier])
        #expect(resolved.map(\.year) == [2023, 2022])
        #expect(values(resolved[0]) == ["88", "55", "698"])
        #expect(Self.line.measures.allSatisfy { resolved[0].readings[$0].reason == .neighbouringYear })
        #expect(Self.line.measures.allSatisfy { resolved[0].readings[$0].candidates.isEmpty })
        #expect(resolved[1] == earlier)
    }

    @Test func theLaterYearDecidesTheEarlier() throws {
        let earlier = try filing(2022, ["88", "55", "698"])
        let resolved = YearResolution.resolve([earlier, try filing(2023, ["5", "3", "700"], glued: false)])
        let stock = resolved[0].readings[Self.line.measures[2]]
        #expect(stock.value?.description == "698" && stock.reason == .neighbouringYear)
        #expect(resolved[0].readings[Self.line.measures[0]].state == .ambiguous)
    }

    @Test func aStockThatFitsNoReadingDecidesNothing() throws {
        let later = try filing(2023, ["88", "55", "698"])
        let resolved = YearResolution.resolve([try filing(2022, ["0", "0", "7"], glued: false), later])
        #expect(resolved[1] == later)
    }

    @Test func neighboursThatWantDifferentReadingsLeaveItOpen() throws {
        // 2022 wants 88 | 55 | 698; 2024 wants a stock of 5698.
        let middle = try filing(2023, ["88", "55", "698"])
        let before = try filing(2022, ["10", "4", "665"], glued: false)
        let after = try filing(2024, ["0", "0", "5698"], glued: false)
        let resolved = YearResolution.resolve([before, middle, after])
        for measure in Self.line.measures { #expect(resolved[1].readings[measure].state == .ambiguous) }
    }

    /// Bureaus of one name whose district is not known, in two folders.
    @Test func namesakesDecideNothing() throws {
        let earlier = try filing(2022, ["10", "4", "665"], glued: false, organ: "教育局", folder: "甲/")
        let later = try filing(2023, ["88", "55", "698"], organ: "教育局", folder: "乙/")
        #expect(later.area.code == nil && later.organ?.name == "教育局")
        #expect(YearResolution.resolve([earlier, later])[1] == later)
    }

    @Test func otherOrgansOtherFormsAndGapsDecideNothing() throws {
        let later = try filing(2023, ["88", "55", "698"])
        for other in [
            try filing(2022, ["10", "4", "665"], glued: false, organ: "洛龙区财政局"),
            try filing(2021, ["10", "4", "665"], glued: false),
        ] {
            #expect(YearResolution.resolve([other, later])[1] == later)
        }
        let first = try filing(2021, ["88", "55", "698"])
        var sheet = FilingSheet(RandomFiling.make(seed: 5, year: 2020))
        sheet.two[3].cells = ["10", "4", "665"]
        #expect(YearResolution.resolve([try Reader.read(FilingLayout.narrow.text(sheet)), first])[1] == first)
    }

    @Test func twoFilingsForOneYearDecideNothing() throws {
        let later = try filing(2023, ["88", "55", "698"])
        let earlier = try filing(2022, ["10", "4", "665"], glued: false)
        #expect(YearResolution.resolve([earlier, earlier, later])[2] == later)
    }
}
