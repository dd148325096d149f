import Filings
import Foundation
import Ingest
import TestSupport
import Testing

@testable import Parsing

/// A line of sentences met before becomes the paragraph that it would be without that.
@Suite struct PrintedSentenceTests {
    private static func body(_ line: String) throws -> TextBody {
        try #require(try FileReader.document(Array((line + "\n").utf8), source: "a.txt").body)
    }

    /// What the sentences make of a line, and what its words make without them.
    private static func read(
        _ line: String, _ sentences: PrintedSentences
    ) throws -> (known: Prose.Paragraph?, own: Prose.Paragraph) {
        let body = try body(line)
        let own = Prose(ProseLine.lines(of: [RowWords(body.row(0))]), ProseText.Draft()).paragraphs
        sentences.draft.removeAll()
        let span = sentences.words(of: 0, in: body)?.paragraph
        return (span.map { Prose.Paragraph(sentences.draft.text(), $0) }, try #require(own.first))
    }

    private static func expectSame(_ known: Prose.Paragraph, _ own: Prose.Paragraph) {
        #expect(known.text == own.text)
        #expect(
            (0..<own.byteCount).allSatisfy { known.place(at: $0) == own.place(at: $0) }, "places differ in \(own.text)")
        if !known.span.mayNameYear { #expect(YearIdentification.years(in: own).isEmpty) }
    }

    /// The figures of a text, one longer every time.
    private static func withFigures(_ text: String, _ step: Int) -> String {
        text.replacingOccurrences(of: "#", with: String(repeating: "4", count: step + 1))
    }

    @Test(arguments: [
        "本机关全年主动公开信息 # 条。", "全年公开#条，其中网站#条。栏目按主题重新归类。", "　　# 年，共受理 # 件，办结 # 件。 其余结转。",
        "栏目按主题重新归类！公开 # 条？", "经费#.5万元。",
    ])
    func otherFigures(_ line: String) throws {
        let sentences = PrintedSentences(ProseText.Draft())
        var known = 0
        for step in 0..<6 {
            let (found, own) = try Self.read(Self.withFigures(line, step), sentences)
            guard let found else { continue }
            Self.expectSame(found, own)
            known += 1
        }
        #expect(known >= (line.contains("#.") ? 0 : 4))
    }

    @Test func sentencesInOtherOrder() throws {
        let all = ["本机关公开 # 条。", "栏目重新归类。", "收到申请#件，办结 # 件。", " 其余照常。"]
        let sentences = PrintedSentences(ProseText.Draft())
        var random = SeededGenerator(seed: 5)
        var known = 0
        for step in 0..<60 {
            let line = (0..<5).map { _ in all[Int(random.next() % UInt64(all.count))] }.joined()
            let (found, own) = try Self.read(Self.withFigures(line, step % 7), sentences)
            if let found { Self.expectSame(found, own) }
            known += found == nil ? 0 : 1
        }
        #expect(known > 40)
    }

    /// What needs looking through wherever it stands.
    @Test(arguments: [
        "一、总体情况良好。", "共公开  信息。", "公开１２条。", "公开 1 2 条。", "公开1.5万条。", "没有句号", "公开1,234条。",
    ])
    func isLookedThrough(_ line: String) throws {
        let sentences = PrintedSentences(ProseText.Draft())
        for _ in 0..<4 { #expect(sentences.words(of: 0, in: try Self.body(line)) == nil) }
    }

    /// Lines that go on the one above, known or not, in any order.
    @Test func joinedLines() throws {
        func rows(_ draft: ProseText.Draft, _ isKnown: (Int) -> Bool) -> [ProseLine] {
            let text = (0..<7).map { "本机关按年度计划排定公开事项逐项登记责任科室与完成时限按季度核对台账\($0) 是否做到？" }
            var lines = ProseLine.lines(
                of: text.enumerated().map { line, text in
                    .words(
                        RowWords.Words(
                            text: text.utf8Bytes[...], place: Place(line: line + 1, column: 1), kind: .paragraph))
                })
            for line in lines.indices where isKnown(line) {
                lines[line].words.paragraph = lines[line].text.withUnsafeBufferPointer {
                    draft.fold($0, 0..<$0.count, lines[line].words)
                }
            }
            return lines
        }
        let own = try #require(Prose(rows(ProseText.Draft()) { _ in false }, ProseText.Draft()).paragraphs.first)
        for known in 0..<128 {
            let draft = ProseText.Draft()
            let paragraphs = Prose(rows(draft) { known >> $0 & 1 == 1 }, draft).paragraphs
            #expect(paragraphs.count == 1)
            Self.expectSame(paragraphs[0], own)
        }
    }

    /// The memory of joined lines grows with their number.
    @Test func manyJoinedLines() {
        let draft = ProseText.Draft()
        let line = "本机关按年度计划排定公开事项逐项登记责任科室与完成时限按季度核对台账？".utf8Bytes
        let words = RowWords.Words(text: line[...], place: Place(line: 1, column: 1), kind: .paragraph)
        let spans = (0..<2_000).map { _ in line.withUnsafeBufferPointer { draft.fold($0, 0..<$0.count, words) } }
        var joined = spans[0]
        for span in spans.dropFirst() { joined = draft.joined(joined, span) }
        #expect(joined.bytes.count == 2_000 * line.count)
        #expect(draft.bytes.count <= 3 * joined.bytes.count)
    }

    @Test func otherWordsAreNotKnown() throws {
        let sentences = PrintedSentences(ProseText.Draft())
        for _ in 0..<3 { _ = try Self.read("公开信息 12 条。", sentences) }
        for other in ["公开消息 12 条。", "公开信息 条。", "公开信息 12345678901234567890 条。", "公开信息12 条。"] {
            #expect(try Self.read(other, sentences).known == nil, "\(other)")
        }
    }
}
