import Configuration
import Filings
import TestSupport
import Testing

@testable import Parsing

/// What a project file adds and corrects.
@Suite struct ProjectSettingsTests {
    private func settings(_ text: String) throws -> ProjectSettings {
        try ProjectSettings(text: text, file: "tongjian.yml", digest: "d")
    }

    private func applied(_ text: String, to source: String = "洛龙区教育局/2024.txt") throws -> Filing {
        var filing = FilingBuilder(2024, organ: "洛龙区教育局", source: source).filing
        let settings = try settings(text)
        settings.apply(to: &filing, registry: DistrictRegistry(adding: settings.districts))
        return filing
    }

    @Test func everyCorrectionIsRecordedWithItsReason() throws {
        let filing = try applied(
            """
            overrides:
              - {source: 洛龙区教育局/2024.txt, year: 2023, district: "350102", organ: 鼓楼区卫生健康局, coverage: wholeArea, reason: 来函更正}
            """)
        #expect(filing.year == 2023 && filing.area.code == "350102" && filing.area.district?.name == "鼓楼区")
        #expect(filing.organ?.name == "鼓楼区卫生健康局" && filing.organ?.function == "卫生健康")
        #expect(filing.organ?.coverage == .wholeArea && filing.organ?.level == .county)
        #expect(filing.overrides.map(\.field) == ["year", "district", "organ", "coverage"])
        #expect(filing.overrides.map(\.value) == ["2023", "350102", "鼓楼区卫生健康局", "wholeArea"])
        #expect(filing.overrides.allSatisfy { $0.reason == "来函更正" })
        #expect(filing.settings == SettingsSource(path: "tongjian.yml", digest: "d"))
    }

    @Test func thePublicationDateIsCorrected() throws {
        let text = "overrides: [{source: 2024.txt, publicationDate: 2025-02-03, reason: 补发}]"
        let filing = try applied(text)
        #expect(filing.publicationDate == CalendarDay(year: 2025, month: 2, day: 3))
        #expect(filing.overrides == [AppliedOverride(field: "publicationDate", value: "2025-02-03", reason: "补发")])
        for wrong in ["2025-02-30", "2025年2月3日", "soon"] {
            #expect(throws: ConfigurationErrors.self) {
                try settings("overrides: [{source: a, publicationDate: \(wrong), reason: x}]")
            }
        }
    }

    @Test func aCorrectionOfParsedFilingsIsRecordedOnce() throws {
        let settings = try settings("overrides: [{source: 2024.txt, year: 2023, reason: x}]")
        var filing = FilingBuilder(2024, source: "a/2024.txt").filing
        for _ in 1...2 { settings.apply(to: &filing, registry: DistrictRegistry()) }
        #expect(filing.overrides.count == 1)
    }

    @Test func aProjectFileMayHoldMappings() throws {
        let settings = try settings("mapping: {organ: 单位, year: 年度, measures: {requests.received.total: 收到}}")
        #expect(settings.mappings.map(\.source.path) == ["tongjian.yml"])
    }

    @Test func otherFilingsAreLeftAlone() throws {
        let filing = try applied("overrides: [{source: 财政局/2024.txt, year: 2023, reason: x}]")
        #expect(filing.year == 2024 && filing.overrides.isEmpty)
    }

    @Test func aSourceMatchesWholeNames() throws {
        let text = "overrides: [{source: 教育局/2024.txt, year: 2023, reason: x}]"
        #expect(try applied(text, to: "reports/教育局/2024.txt").year == 2023)
        let other = try applied(text, to: "reports/洛龙区教育局/2024.txt")
        #expect(other.year == 2024)
    }

    @Test func aZoneLiesInItsDistrict() throws {
        let settings = try settings(
            "districts: [{name: 平潭综合实验区, level: functionalZone, within: \"350128\", province: 福建省}]")
        let zone = DistrictRegistry(adding: settings.districts).districts(named: "平潭综合实验区", in: 2024)
        #expect(zone.map(\.code) == ["350128"] && zone.map(\.level) == [.functionalZone])
    }

    @Test func successorsAndYears() throws {
        let settings = try settings(
            "districts: [{code: \"900106\", name: 北渡区, level: county, province: 虚构省, last: 2022, successors: [\"900102\"]}]"
        )
        #expect(settings.districts.first?.lastYear == 2022)
        #expect(settings.districts.first?.successors == [.init(code: "900102", year: nil)])
    }

    @Test func allMistakesAtOnce() {
        do {
            _ = try settings(
                "districts: [{code: \"12\", name: 甲, level: cuonty, province: 乙}]\noverrides: [{source: a, year: 1999}]\nfoo: 1\n"
            )
            Issue.record("no mistake was found")
        } catch let errors as ConfigurationErrors {
            let english = errors.errors.map(\.en).joined(separator: "\n")
            for word in ["six digits", "cuonty", "1999", "reason", "foo"] {
                #expect(english.contains(word), "\(english)")
            }
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func anEmptyFileAddsNothing() throws {
        let settings = try settings("overrides: []\n")
        #expect(settings.districts.isEmpty && settings.overrides.isEmpty && settings.source?.path == "tongjian.yml")
    }
}
