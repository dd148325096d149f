// All indicators by all comparisons over made-up filings, in memory, and five of them as CSV for other programs to repeat.
import ColumnStore
import FilingTable
import Filings
import Foundation
import Metrics

/// Filings of invented organs for seven years each, the same in every run.
struct SyntheticFilings {
    let filings: [Filing]

    /// `count` filings: seven years of every organ, five organs a county, ten counties a city.
    init(count: Int) {
        var numbers = LinearNumbers()
        let functions = ["教育", "卫生健康", "住房城乡建设", "自然资源", "财政"]
        filings = (0..<count).map { index in
            let (organ, year) = index.quotientAndRemainder(dividingBy: 7)
            let (county, function) = organ.quotientAndRemainder(dividingBy: functions.count)
            return Self.filing(county, functions[function], 2019 + year, &numbers)
        }
    }

    private static func filing(_ county: Int, _ function: String, _ year: Int, _ numbers: inout LinearNumbers) -> Filing
    {
        let city = county / 10
        let code = String(900_000 + county)
        let form = FormID.prescribed(for: year)
        var filing = Filing(source: "\(code)/\(function)/\(year).txt", digest: "", format: "text", form: form)
        filing.year = year
        filing.organ = Organ(name: "第\(county)区\(function)局", function: function, level: .county, coverage: .oneOrgan)
        filing.area = AreaIdentification(
            code: code,
            district: District(
                code: code, name: "第\(county)区", level: .county, parent: nil, province: "第\(city / 12)省",
                prefecture: "第\(city)市"))
        for measure in Measures.all where form.map(measure.forms.contains) ?? false { filing.set(measure.code, 0) }
        let lines = ["granted", "partiallyGranted", "refused.security", "unavailable.notHeld", "notProcessed.petition"]
        var resolved = 0
        for line in lines where Measures.id("requests.\(line).total") != nil {
            let cases = numbers.next(below: 60)
            resolved += cases
            filing.set("requests.\(line).total", cases)
            filing.set("requests.\(line).naturalPerson", cases)
        }
        for line in ["received", "resolved"] {
            filing.set("requests.\(line).total", resolved)
            filing.set("requests.\(line).naturalPerson", resolved)
        }
        let (upheld, corrected) = (numbers.next(below: 9), numbers.next(below: 4))
        filing.set("review.reconsideration.upheld", upheld)
        filing.set("review.reconsideration.corrected", corrected)
        filing.set("review.reconsideration.total", upheld + corrected)
        filing.set("proactive.licensing.decisions", numbers.next(below: 9000))
        return filing
    }
}

extension Filing {
    fileprivate mutating func set(_ code: String, _ number: Int) {
        readings[Measures.known(code)] = Reading(.reported, value: ExactDecimal(Int64(number)), text: "")
    }
}

/// A linear congruence: the same numbers in every run.
struct LinearNumbers {
    private var state: UInt64 = 20_260_101

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}

enum MetricsBenchmark {
    /// `Benchmarks metrics [COUNT] [FILE.csv]`
    static func run(_ arguments: [String]) {
        let count = arguments.first.flatMap { Int($0) } ?? 100_000
        let filings = SyntheticFilings(count: count).filings
        print("memory\tfilings made\t\(megabytes()) MB")
        let (building, columns) = measure("columns", rounds: 1, items: count) { FilingColumns(filings) }
        print(building.line)
        print("memory\tcolumns built\t\(megabytes()) MB")
        if arguments.count > 1 { write(columns, to: arguments[1]) }
        five(columns)
        if !arguments.contains("five") { everything(columns) }
    }

    /// Each with its own grouping, as a single question is asked.
    private static func five(_ columns: FilingColumns) {
        let questions: [(String, Indicator, Comparison)] = [
            ("level", .disclosureRate, .level), ("year-over-year", .requestsReceived, .yearOverYear),
            ("rank", .requestsReceived, .rank), ("share-of-parent", .requestsReceived, .shareOfParent),
            ("trend", .requestsReceived, .trend),
        ]
        for (name, indicator, comparison) in questions {
            let query = MetricQuery([indicator], by: [.organ], compare: [comparison])
            var sum = 0.0
            var values = 0
            let (stage, _) = measure("five " + name, rounds: 5, items: columns.rowCount) {
                (sum, values) = (0, 0)
                query.forEachYear(on: columns) { _, _, _, _, year in
                    for value in year {
                        if let number = value.number {
                            sum += number
                            values += 1
                        }
                    }
                }
            }
            print(stage.line, "\(values) values, sum \(DecimalText.fixed(sum, 3))")
        }
    }

    private static func everything(_ columns: FilingColumns) {
        let query = MetricQuery(AllIndicators.all, by: [.organ], compare: AllComparisons.all)
        var values = 0
        var numbers = 0
        let (stage, _) = measure("all indicators x all comparisons", rounds: 1, items: columns.rowCount) {
            query.forEachYear(on: columns) { _, _, _, _, year in
                values += year.count
                numbers += year.count { $0.number != nil }
            }
        }
        let perSecond = DecimalText.grouped(ExactDecimal(Int64(Double(values) / stage.median)))
        print(stage.line, "\(values) values (\(perSecond) a second), \(numbers) with a number")
        print("memory\tpeak\t\(megabytes(peak: true)) MB")
    }

    /// What other programs need to compute the five.
    private static func write(_ columns: FilingColumns, to path: String) {
        let codes = [
            "requests.received.total", "requests.granted.total", "requests.partiallyGranted.total",
            "requests.resolved.total",
        ]
        var text =
            "organ,district,level,function,year," + codes.map { $0.replacing(".", with: "_") }.joined(separator: ",")
            + "\n"
        for row in 0..<columns.rowCount {
            let names = [Dimension.organ, .district, .level, .function, .year].map { columns.value($0, at: row) ?? "" }
            let numbers = codes.map { columns[Measures.known($0)].values.exact(at: row)?.description ?? "" }
            text += (names + numbers).joined(separator: ",") + "\n"
        }
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    }

    /// Resident memory of this process, now or at its highest.
    private static func megabytes(peak: Bool = false) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(peak ? "VmHWM" : "VmRSS") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) / 1024
    }
}
