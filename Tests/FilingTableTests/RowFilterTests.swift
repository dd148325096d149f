import Filings
import TestSupport
import Testing

@testable import FilingTable

@Suite struct RowFilterTests {
    let table = FilingColumns([
        FilingBuilder(2020, district: Places.county).filing,
        FilingBuilder(2024, district: Places.county).filing,
        FilingBuilder(2024, organ: "试验县卫生健康局", district: Places.otherCounty).filing,
        FilingBuilder(2025, organ: "测试市人民政府", district: Places.prefecture, coverage: .wholeArea).filing,
        FilingBuilder(2025, organ: "某中心", district: nil).filing,
    ])

    @Test(arguments: [
        ("", [0, 1, 2, 3, 4]), ("district=900101", [0, 1]), ("district=测试区|试验县", [0, 1, 2]),
        ("district!=测试区", [2, 3, 4]), ("city=测试市,year>=2024", [1, 2, 3]), ("year<2024", [0]),
        ("year<=2024", [0, 1, 2]),
        ("year>2024", [3, 4]), ("year=2020|2025", [0, 3, 4]), ("year!=2024", [0, 3, 4]), ("function=卫生健康", [2]),
        ("level=县级", [0, 1, 2]), ("level=county, form=2021", [1, 2]), ("coverage=wholeArea", [3]),
        (" organ = 测试市人民政府 ", [3]), ("province=测试省,area!=测试市", []),
    ])
    func selects(text: String, rows: [Int]) throws {
        #expect(try RowFilter(parsing: text).rows(in: table).indices == rows)
    }

    @Test(arguments: [
        ("organ", "1 missingOperator organ"), ("city=A,,year=2024", "8 emptyCondition "),
        ("yaer=2024", "1 unknownName yaer > year"), ("city=A, distict=B", "9 unknownName distict > district"),
        ("year==2024", "5 unknownOperator == > ="), ("year=>2024", "5 unknownOperator => > >="),
        ("city>A", "1 notOrdered city"), ("year>2020|2021", "1 severalValues year"), ("city=", "6 missingValue city="),
        ("city=A||B", "8 missingValue city="), ("year=20x4", "6 notAYear 20x4"),
        ("level=conty", "7 unknownValue conty > county"), ("form=2020", "6 unknownValue 2020 > 2021"),
        ("city=A，year=2024", "7 fullWidthSign ， > ,"), ("=A", "1 unknownName "),
    ])
    func reports(text: String, problem: String) {
        #expect(problems { _ = try RowFilter(parsing: text) } == [problem])
    }

    @Test func reportsAllProblemsAtOnce() {
        #expect(
            problems { _ = try RowFilter(parsing: "yaer=2024,city>B,form=1") } == [
                "1 unknownName yaer > year", "11 notOrdered city", "23 unknownValue 1",
            ])
    }

    @Test func messagesNamePlaceAndCure() {
        let problem = SelectionProblem(.unknownName, at: 3, found: "yaer", expected: ["year"], nearest: "year")
        #expect(problem.chinese == "第 3 个字符：没有名为“yaer”的条件，是否为“year”？")
        #expect(problem.english == "character 3: there is no condition named 'yaer'; did you mean 'year'?")
    }

    @Test func namesValuesThatNoFilingHas() throws {
        let filter = try RowFilter(parsing: "district=测试去|900101,function=卫健,year=1999")
        #expect(
            filter.unmatchedValues(in: table) == [
                .init(field: .district, value: "测试去", nearest: "测试区"),
                .init(field: .function, value: "卫健", nearest: "卫生健康"),
            ])
    }

    @Test func yearsAreChosenApartFromRows() throws {
        let filter = try RowFilter(parsing: "city=测试市,year>=2024,year!=2026")
        #expect(filter.withoutYears.description == "city=测试市")
        #expect([2023, 2024, 2025, 2026].filter(filter.admits(year:)) == [2024, 2025])
    }

    @Test(arguments: [
        ("2021-2025", [2021, 2022, 2023, 2024, 2025]), ("2021,2023", [2021, 2023]), ("2024", [2024]),
        ("2023-2024, 2019,2024", [2019, 2023, 2024]), ("2021–2022", [2021, 2022]),
    ])
    func readsYears(text: String, years: [Int]) throws {
        #expect(try YearSelection(parsing: text).years == years)
    }

    @Test(arguments: [
        ("2025-2021", "1 reversedRange 2025-2021"), ("2021,abcd", "6 notAYear abcd"), ("", "1 notAYear "),
        ("2021-", "1 notAYear 2021-"), ("2021-2022-2023", "1 notAYear 2021-2022-2023"), ("21", "1 notAYear 21"),
    ])
    func reportsYears(text: String, problem: String) {
        #expect(problems { _ = try YearSelection(parsing: text) } == [problem])
    }

    private func problems(_ body: () throws -> Void) -> [String] {
        do { try body() } catch let error as SelectionProblems {
            return error.problems.map {
                "\($0.position) \($0.kind) \($0.found)" + ($0.nearest.map { " > " + $0 } ?? "")
            }
        } catch { return ["\(error)"] }
        return []
    }
}
