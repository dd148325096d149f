import Testing

@testable import ChartGrammar

@Suite struct LineBreakingTests {
    private let breaker = LineBreaker(
        measurer: FixedTextMeasurer(), style: TextStyle(10, .regular, SceneColor(0x000000)))

    @Test func aNumberStaysWithItsUnit() {
        #expect(LineBreaker.pieces("新收154 件，比上年") == ["新", "收", "154 件，", "比", "上", "年"])
        #expect(LineBreaker.pieces("下降 29.4%，为") == ["下", "降 29.4%，", "为"])
    }

    @Test func punctuationNeverBeginsALine() {
        let text = "无申请、缺报告、机构未设立、勾稽不符均不着色（不等于 0）。"
        for limit in stride(from: 30.0, through: 200, by: 7) {
            let lines = breaker.lines(text, limit: limit)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { breaker.width($0) <= limit })
            if limit > 60 {
                #expect(!lines.dropFirst().contains { "、。）".contains($0.first!) }, "\(lines)")
            }
        }
    }

    @Test func headlinesBreakAtAClauseComma() {
        #expect(breaker.balancedPair("甲乙丙丁，戊己庚辛壬癸", limit: 100) == ["甲乙丙丁，", "戊己庚辛壬癸"])
        #expect(breaker.balancedPair("甲", limit: 100) == nil)
    }

    @Test func aWordLongerThanItsLinePartsAtItsHyphen() {
        let limit = breaker.width("Unable-to-provid")
        #expect(breaker.lines("Unable-to-provide rate", limit: limit) == ["Unable-to-", "provide rate"])
    }

    @Test func englishBreaksAtSpaces() {
        let lines = breaker.lines("New disclosure requests received", limit: 90)
        #expect(lines == ["New disclosure", "requests received"])
    }
}
