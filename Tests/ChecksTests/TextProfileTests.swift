import Filings
import TestSupport
import Testing

@testable import Checks

/// Comparing texts with figures and years aside.
@Suite struct TextProfileTests {
    /// A made-up sentence of ideographs, another for every number.
    private func sentence(_ number: Int, length: Int) -> String {
        let letters = (0..<length).map { offset -> Character in
            let value = 0x4E00 + (number * 977 + offset * 131) % 20_000
            return Character(Unicode.Scalar(value)!)
        }
        return String(letters) + "。"
    }

    private func profile(_ text: String) -> TextProfile {
        var filing = FilingBuilder(2024).filing
        filing.sections = [Section(number: 1, heading: "", text: text, place: nil)]
        return TextProfile(FilingText.sentences(of: filing))
    }

    @Test func yearsFiguresAndHeadingsAreSetAside() {
        let before = profile("2023年，通过政府网站公开信息412条，微信公众号推送268条。机构职能和负责人信息变动后三日内更新。")
        let now = profile("（二）机构职能和负责人信息变动后三日内更新。2024年，通过政府网站公开信息 35 条，微信公众号推送9条。")
        #expect(now.taken(from: before) == [0, 1])
        #expect(profile("财政资金使用情况按季度公布，方便社会查询。").taken(from: before) == [])
    }

    @Test func wrappedLinesAreOneSentence() {
        let broken = "对群众问得多的事项编成问答，置于网站首页，并且由专人每个工作日查看一次留言，及时回\n复群众提出的各类问题。"
        #expect(profile(broken).taken(from: profile(broken.filter { $0 != "\n" })) == [0])
        #expect(profile("（一）主动公开\n" + broken).keys.count == 1)
    }

    /// Agreement of signatures estimates the Jaccard similarity of the shingles.
    @Test func signaturesEstimateSimilarity() {
        let pieces = (0..<60).map { sentence($0, length: 12) }
        let (a, b) = (pieces[..<40].joined(), pieces[20...].joined())
        let (x, y) = (profile(a).signature(bins: 128), profile(b).signature(bins: 128))
        let agreeing = Double(zip(x, y).count { $0 == $1 }) / 128
        #expect(abs(agreeing - 1.0 / 3) < 0.15, "\(agreeing)")
        #expect(x == profile(a).signature(bins: 128))
    }

    /// Set phrases of many organs are no copying; a text of rare sentences is.
    @Test func setPhrasesAreCommonProperty() {
        func filings(_ organs: Int, sameText: Int) -> FilingSet {
            FilingSet(
                (0..<organs).map { organ in
                    var filing = FilingBuilder(2024, organ: "第\(organ)局").filing
                    let own = organ < sameText ? 0 : organ
                    let text = (0..<12).map { sentence(own * 101 + $0, length: 14) }.joined()
                    filing.sections = [Section(number: 1, heading: "", text: text, place: nil)]
                    return filing
                })
        }
        #expect(TextReuse().findings(in: filings(12, sameText: 12)).isEmpty)
        let copied = TextReuse().findings(in: filings(12, sameText: 2))
        #expect(copied.map(\.organ) == ["第1局"] && copied.first?.sources == ["第0局/2024.txt"])
        #expect(copied.first?.cause == "other-organ" && copied.first?.evidence.isEmpty == false)
    }
}
