import Filings
import Ingest
import TestSupport
import Testing

@testable import Parsing

/// Texts made to end the program or to keep it busy: each is read, in time that grows with its length.
@Suite struct HostileTextTests {
    private static func sheet() -> FilingSheet { FilingSheet(RandomFiling.make(seed: 0, year: 2024)) }

    private func filing(_ text: String) throws -> Filing { try Reader.read(text) }

    @Test(arguments: [18, 40, 300]) func moreDecimalsThanAnyFigureHas(_ count: Int) throws {
        let figure = "0." + String(repeating: "0", count: count) + "1"
        var sheet = Self.sheet()
        let row = sheet.lines[0]
        sheet.three[row].cells[1] = figure
        sheet.opening.append("本年度收到政府信息公开申请\(figure)件，收取信息处理费\(figure)元。")
        let read = try filing(FilingLayout.rectangle.text(sheet))
        let measure = AllForms.form(.form2021).tableThree[0].measures[1]
        #expect(read.readings[measure].value == nil)
        #expect(!read.facts.contains { $0.value.scale > ExactDecimal.mostPlaces })
    }

    @Test(.timeLimit(.minutes(1))) func marksWithinMarks() throws {
        let marks = String(repeating: "$*", count: 100_000)
        let read = try filing(
            FilingLayout.rectangle.text(Self.sheet()) + marks + "12" + String(marks.reversed()) + "\n")
        #expect(read.form == .form2021)
    }

    @Test func aYearBeyondAllYears() throws {
        var sheet = Self.sheet()
        sheet.closing.insert("9223372036854775807年\t1\t2\t3\t4\t5\n2024年\t1\t2\t3\t4\t5", at: 0)
        #expect(try filing(FilingLayout.rectangle.text(sheet)).form == .form2021)
    }

    /// A place of a project file may start with any character.
    @Test func aPlaceBeyondTheBasicPlane() {
        let finder = WordFinder(["𠮷县", "洛龙区"])
        var found: [Int] = []
        var text = "在𠮷县和洛龙区"
        text.withUTF8 { finder.forEach(in: $0) { found.append($1) } }
        #expect(found == [0, 1])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "行政复议行政诉讼\n", "国家秘密  甲\n", "公开1条，", "洛龙区教育局2件，", "2024年", "本年公开信息%条。", "- ",
        ])
    func oneThingAgainAndAgain(_ piece: String) throws {
        var sheet = Self.sheet()
        let pieces =
            piece.contains("%")
            ? (0..<60_000).map { piece.split(separator: "%").joined(separator: String($0)) }
            : Array(repeating: piece, count: 60_000)
        sheet.opening.append(pieces.joined())
        #expect(try filing(FilingLayout.rectangle.text(sheet)).form == .form2021)
    }
}
