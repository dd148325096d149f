import Filings
import TestSupport
import Testing

@testable import Parsing

/// Prose whose lines a margin or a converter broke: its facts are those of the unbroken text, at their own places.
@Suite struct BrokenLineTests {
    private static let opening =
        "围绕重点任务逐条核对，材料名称与窗口要求保持一致。本年度新收政府信息公开申请104件，上年结转5件，年内答复102件，结转下年度办理7件。"
        + "对群众问得多的事项编成问答，置于网站首页，由起草科室负责说明。全年组织业务培训12次，参训195人次。"

    private static func facts(_ opening: [String]) throws -> [Fact] {
        var sheet = FilingSheet(RandomFiling.make(seed: 3, year: 2024))
        sheet.opening = opening
        return try Reader.read(FilingLayout.rectangle.text(sheet)).facts
    }

    private static func said(_ facts: [Fact]) -> [String] { facts.map { "\($0.kind) \($0.value)\($0.unit)" } }

    /// Lines of so many columns at most, of which an ideograph takes two.
    private static func wrapped(_ text: String, at columns: Int) -> [String] {
        var lines = [""]
        var width = 0
        for character in text {
            let own = character.isASCII ? 1 : 2
            if width + own > columns {
                lines.append("")
                width = 0
            }
            lines[lines.count - 1].append(character)
            width += own
        }
        return lines
    }

    @Test(arguments: [28, 34, 45, 56, 72]) func aNarrowMargin(_ width: Int) throws {
        let whole = try Self.facts([Self.opening, Self.opening.replacing("12次", with: "13次")])
        let paragraphs = [Self.opening, Self.opening.replacing("12次", with: "13次")]
        let lines = paragraphs.map { Self.wrapped($0, at: width) }
        let broken = try Self.facts(lines[0] + [""] + lines[1])
        #expect(whole.count > 5)
        #expect(Self.said(broken) == Self.said(whole), "\(lines)")
        // A fact stands where its number's clause begins.
        let received = try #require(broken.first { $0.kind == "requests.received" })
        let line = lines[0].firstIndex { $0.contains("本年度新收") || $0.contains("度新收") }
        if let line { #expect(received.place?.line == 4 + line) }
    }

    /// Before or behind a number, as programs break where they see a word's end.
    @Test(arguments: [true, false]) func linesThatEndAtANumber(_ isBehind: Bool) throws {
        let lines = Self.opening.replacing(/[0-9]+/) {
            (isBehind ? "" : "\n") + String($0.output) + (isBehind ? "\n" : "")
        }
        #expect(lines.contains("\n"))
        #expect(Self.said(try Self.facts([lines])) == Self.said(try Self.facts([Self.opening])))
    }

    @Test func runsOfSpacesAroundNumbers() throws {
        let spaced = Self.opening.replacing(/[0-9]+/) { "   " + $0.output + "  " }
        let facts = try Self.facts([String(spaced)])
        #expect(Self.said(facts) == Self.said(try Self.facts([Self.opening])))
        #expect(facts.first { $0.kind == "requests.received" }?.place?.line == 4)
    }

    /// A list is no broken sentence, nor is a date below an organ's name.
    @Test func linesOfTheirOwn() throws {
        let facts = try Self.facts(["主要数据", "行政许可", "12件", "2024年1月5日", "全年主动公开政府信息30条。"])
        #expect(Self.said(facts) == ["published.total 30条"])
    }
}
