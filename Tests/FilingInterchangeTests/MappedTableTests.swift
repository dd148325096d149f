import Configuration
import Filings
import Ingest
import TestSupport
import Testing

@testable import FilingInterchange

/// Other people's tables, read by a mapping.
@Suite struct MappedTableTests {
    private static let wide = """
        organ: 单位
        year: 年度
        district: 地区
        measures:
          requests.received.total: 收到
          proactive.fees.amount: {header: 收费（元）, factor: 0.0001}
        """

    private func mapping(_ text: String) throws -> TableMapping {
        try TableMapping(text: text, file: "mapping.yml", digest: "m")
    }

    private func read(_ text: String, _ mapping: String = wide) throws -> TableReading {
        let sheet = try DelimitedText.sheet(Array(text.utf8))
        let file = TableFile(source: "a.csv", digest: "d", format: "csv")
        return try MappedTable.read(sheet, self.mapping(mapping), file, registry: DistrictRegistry())
    }

    /// `cell: message` of every mistake.
    private func mistakes(_ text: String, _ mapping: String = wide) throws -> [String] {
        do {
            _ = try read(text, mapping)
            return []
        } catch let errors as TableErrors {
            return errors.problems.map { "\($0.cell): \($0.words.en)" }
        }
    }

    private let received = Measures.known("requests.received.total")
    private let fees = Measures.known("proactive.fees.amount")

    @Test func figuresWithTheirPlacesAndUnits() throws {
        let reading = try read(
            "单位,年度,地区,收到,收费（元）\n洛龙区教育局,2024年,410311,\"１,234\",12500.5\n鼓楼区教育局,2025,福州市鼓楼区,/,\n合计,,,1234,\n")
        #expect(reading.filings.map(\.organ?.name) == ["洛龙区教育局", "鼓楼区教育局"])
        #expect(reading.filings.map(\.area.code) == ["410311", "350102"] && reading.filings[1].organ?.level == .county)
        let (first, second) = (reading.filings[0], reading.filings[1])
        #expect(
            first.readings[received] == Reading(.reported, value: 1234, text: "１,234", place: Place(line: 2, column: 4))
        )
        #expect(first.readings[fees].value == ExactDecimal("1.25005") && first.readings[fees].text == "12500.5")
        #expect(second.readings[received].state == .nilMark && second.readings[fees].state == .blank)
        #expect(first.mapping == SettingsSource(path: "mapping.yml", digest: "m") && first.source == "a.csv")
        #expect(reading.remarks.map(\.en) == ["rows with sums are no filings: 4"])
    }

    @Test func everyMistakeOfTheTableAtOnce() throws {
        let text = "单位,年度,地区,收到,收费（元）\n甲局,45292,410311,12a,1\n,2024,鼓搂区,3,\"1,2\"\n"
        #expect(
            try mistakes(text) == [
                "B2: “45292” is no reporting year", "D2: “12a” is not a number", "A3: the organ is empty or an error",
                "C3: “鼓搂区” is no division of 2024; did you mean “鼓楼区”?", "E3: “1,2” is not a number",
            ])
    }

    @Test func headersThatAreNotThere() throws {
        #expect(
            try mistakes("单位,年渡,地区,收到,收到\n") == [
                ": row 1 has no header “年度”; did you mean “年渡”?",
                "D1: the header “收到” stands over columns D, E: write {column: D}",
                ": row 1 has no header “收费（元）”; it has: 单位, 年渡, 地区, 收到, 收到",
            ])
    }

    @Test func whatIsLeftAsideIsSaidOnce() throws {
        let reading = try read("单位,年度,地区,收到,收费（元）,序号,备注\n甲局,2024,,1,,1,x\n")
        #expect(reading.remarks.map(\.en) == ["columns left aside: F “序号”, G “备注”"])
    }

    @Test func aNameOfSeveralDistrictsStaysOpen() throws {
        let reading = try read("单位,年度,地区,收到,收费（元）\n教育局,2024,鼓楼区,1,\n")
        #expect(reading.filings[0].area.code == nil && reading.filings[0].area.candidates.count > 1)
        #expect(reading.remarks.first?.en.contains("names several districts") == true)
    }

    @Test func aFigureThatTheFormDoesNotAskFor() throws {
        let mapping = "{organ: 单位, year: 年度, measures: {proactive.regulations.newlyMade: 新制作}}"
        #expect(
            try mistakes("单位,年度,新制作\n甲局,2024,3\n", mapping) == [
                "C2: “3” should be empty: the form of 2021 does not ask for it"
            ])
        let reading = try read("单位,年度,新制作\n甲局,2024,0\n甲局,2020,3\n", mapping)
        #expect(
            reading.filings.map { $0.readings[Measures.known("proactive.regulations.newlyMade")].state } == [
                .notAsked, .reported,
            ])
        #expect(reading.remarks.count == 1)
    }

    @Test func aRowForEachFigure() throws {
        let mapping = "{organ: 单位, year: 年度, measure: 指标, value: 数值, measures: {requests.received.total: 新收}}"
        let text = "单位,年度,指标,数值\n甲局,2024,新收,3\n乙局,2024,新收,4\n甲局,2024,proactive.fees.amount,1.5\n"
        let reading = try read(text, mapping)
        #expect(reading.filings.map(\.organ?.name) == ["甲局", "乙局"])
        #expect(
            reading.filings[0].readings[received].value == 3
                && reading.filings[0].readings[fees].value == ExactDecimal("1.5"))
        #expect(
            try mistakes(text + "甲局,2024,新收,3\n甲局,2024,旧收,3\n", mapping) == [
                "D5: “3” repeats D2", "C6: “旧收” is no measure code and not among the mapping's measures",
            ])
    }

    @Test func lettersFixedValuesAndPublicationDates() throws {
        let mapping = """
            {organ: {column: A}, year: {value: 2024}, publicationDate: {column: C}, headerRow: 2, files: [a.csv],
             blank: [未报], measures: {requests.received.total: {column: B}}}
            """
        let reading = try read("统计表,,\n单位,,\n甲局,未报,2025-01-20\n", mapping)
        #expect(reading.filings[0].publicationDate?.description == "2025-01-20")
        #expect(reading.filings[0].readings[received].state == .blank && reading.filings[0].year == 2024)
    }

    @Test func everyMistakeOfTheMappingAtOnce() throws {
        let text =
            "{yaer: 年度, organ: {column: 12}, measures: {requests.recieved.total: 收到, proactive.fees.amount: {header: x, factor: -1}}}"
        #expect { try mapping(text) } throws: { error in
            let english = (error as? ConfigurationErrors)?.en ?? ""
            return [
                "did you mean 'year'?", "such as C", "did you mean 'requests.received.total'?",
                "a factor is a positive number",
            ]
            .allSatisfy(english.contains)
        }
    }

    @Test func aMappingFitsWhereItsHeadersStand() throws {
        let mapping = try mapping(Self.wide)
        func head(_ text: String) throws -> Sheet { try DelimitedText.sheet(Array(text.utf8)) }
        #expect(mapping.fits(source: "x.csv", head: try head("序号,单 位\n")))
        #expect(!mapping.fits(source: "x.txt", head: try head("2024年政府信息公开工作年度报告\n单位,年度\n")))
    }
}
