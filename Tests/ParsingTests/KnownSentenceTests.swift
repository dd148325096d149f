import Filings
import Ingest
import TestSupport
import Testing

@testable import Parsing

/// A sentence met before says what it would say without that.
@Suite struct KnownSentenceTests {
    private static let places = PlaceNames(DistrictRegistry())

    private static func read(_ sentences: [String], _ known: Lexicon) -> FactReading {
        let rows = (["一、总体情况"] + sentences).enumerated().map { index, text in
            RawRow(
                kind: .paragraph, cells: [RawCell(text: text, place: Place(line: index + 1, column: 1))],
                line: index + 1)
        }
        return FactReading(Prose(ProseLine.lines(of: rows.map(RowWords.init)), ProseText.Draft()), known, places)
    }

    /// Other digits, as many numbers.
    private static func withOtherFigures(_ text: String, _ step: Int) -> String {
        String(
            text.map { character in
                character.wholeNumberValue.flatMap { character.isASCII ? Character("\(($0 + step) % 9 + 1)") : nil }
                    ?? character
            })
    }

    @Test(arguments: try CaseFiles.pairs("facts.case"))
    func otherFiguresInTheSameWords(_ input: String, _: String) {
        let known = Lexicon()
        for step in 1...4 {
            // A longer number in front moves all places.
            let sentences = ["全年发布信息\(step * 7777)条。" + Self.withOtherFigures(input, step)]
            let (fast, slow) = (Self.read(sentences, known), Self.read(sentences, Lexicon()))
            #expect(fast.facts == slow.facts, "\(sentences)")
        }
    }

    @Test func theSentenceBeforeCounts() {
        let known = Lexicon()
        for _ in 0..<4 {
            let site = Self.read(["区政府网站是公开的第一平台。该平台全年公开信息30条。"], known)
            let wechat = Self.read(["微信公众号是公开的第一平台。该平台全年公开信息30条。"], known)
            #expect(site.facts.map(\.kind) == ["published.website"])
            #expect(wechat.facts.map(\.kind) == ["published.wechat"])
        }
    }

    @Test func namesOfPlacesAreStillFound() {
        let known = Lexicon()
        for _ in 0..<4 {
            #expect(Self.read(["洛阳市洛龙区教育局全年公开信息30条。"], known).mayNamePlace.last == true)
        }
        for round in 0..<4 {
            #expect(Self.read(["本机关全年通过网站公开信息30条。"], known).mayNamePlace.last == (round < 1))
        }
    }
}
