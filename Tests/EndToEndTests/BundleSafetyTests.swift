import Foundation
import TestSupport
import Testing

/// Hostile text in a filing stays text everywhere.
@Suite struct BundleSafetyTests {
    private static let script = "<script>alert(\"x\")</script>"
    private static let names = [
        "教育局": "=cmd|' /C calc'!A0\(script)教育局", "自然资源局": "+SUM(1){{{title}}}<img src=x onerror=alert(1)>&amp;",
        "卫生健康局": "@x\"'}}--><b>]]></svg>", "住房和城乡建设局": "-1+1\u{1}\u{7}住建局",
    ]

    /// The district's filings with hostile organ names, places, sources and prose.
    private static let bundle: Bundle = {
        var text = ProgramRunner.run("parse", SampleBundles.districtFolder.root, "--detail").output
        for (name, hostile) in names {
            let quoted = try! JSONEncoder().encode("松泉区" + name)
            let new = String(decoding: try! JSONEncoder().encode(hostile), as: UTF8.self)
            text = text.replacing("\"organ\": \(String(decoding: quoted, as: UTF8.self))", with: "\"organ\": \(new)")
        }
        text = text.replacing("\"source\": \"松泉区/", with: "\"source\": \"<i>=1+1/../{{x}}/")
        text = text.replacing("\"name\": \"松泉区\"", with: "\"name\": \"=松<u>泉区\"")
        let folder = ProgramFolder()
        folder.write(text, to: "hostile.jsonl")
        return Bundle.make(folder.path("hostile.jsonl"))
    }()

    @Test func thePageHasOneScriptAndNoForeignElement() {
        let page = Self.bundle.text("index.html")
        #expect(Self.bundle.run.status == 0, "\(Self.bundle.run.errors)")
        #expect(page.matches(of: /<script/).count == 1)
        for tag in ["<img", "<u>", "<i>", "<b>]]", "</svg>]]", "onerror=alert(1)>"] {
            #expect(!page.contains(tag), "\(tag)")
        }
        #expect(page.contains("&lt;script&gt;alert"))
        #expect(page.contains("{{{title}}}"), "template words in a name are printed, not expanded")
    }

    @Test func picturesAreWellFormed() {
        for (path, data) in Self.bundle.files where path.hasSuffix(".svg") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<b>"), "\(path)")
            #expect(text.matches(of: /<svg/).count == text.matches(of: /<\/svg>/).count, "\(path)")
            #expect(
                !text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" }, "\(path)")
        }
    }

    @Test func spreadsheetsSeeNoFormula() {
        let numbers = /[-+−]?[0-9.]+(e[-+]?[0-9]+)?%?/
        for (path, text) in Self.bundle.texts where path.hasSuffix(".csv") {
            for line in text.split(whereSeparator: \.isNewline) {
                for field in line.split(separator: ",") {
                    let bare = field.drop { $0 == "\"" }
                    guard let first = bare.first, "=+-@\t".contains(first) else { continue }
                    #expect(bare.wholeMatch(of: numbers) != nil, "\(path): \(field)")
                }
            }
        }
    }

    @Test func jsonStaysJSON() throws {
        let filings: [ParsedFiling] = Lines.decode(Self.bundle.text("data/filings.jsonl"))
        #expect(Set(filings.compactMap(\.organ)).isSuperset(of: Self.names.values))
        _ = try JSONSerialization.jsonObject(with: #require(Self.bundle.files["manifest.json"]))
        _ = try JSONSerialization.jsonObject(with: #require(Self.bundle.files["data/findings.json"]))
    }

    @Test func aPageNeedsNothingFromOutside() {
        for bundle in [SampleBundles.whole, Self.bundle] {
            for (path, text) in bundle.texts where path.hasSuffix(".html") || path.hasSuffix(".svg") {
                let addresses = Set(text.matches(of: /(https?:)?\/\/[a-zA-Z0-9.-]+\.[a-z]+/).map { String($0.0) })
                #expect(addresses.subtracting(["http://www.w3.org"]).isEmpty, "\(path)")
                #expect(!text.contains("@import") && !text.contains("url(http") && !text.contains("<link "), "\(path)")
            }
        }
    }

    @Test func pagesHoldNoControlCharacters() {
        let page = Self.bundle.text("index.html")
        let controls = page.unicodeScalars.filter { $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" }
        #expect(controls.isEmpty)
    }

    /// Prose and a title of a document, not of parsed filings.
    @Test func hostileProseOfADocument() throws {
        let folder = ProgramFolder()
        let source = ProgramFiles.sample("real/洛龙区卫生健康委员会/2024.txt")
        var text = String(decoding: try #require(FileManager.default.contents(atPath: source)), as: UTF8.self)
        text = text.replacing("一、总体情况", with: "一、总体情况\n\(Self.script){{#x}}行政处罚</svg>99起", maxReplacements: 1)
        folder.write(text, to: "in/<script>&\"'.txt")
        let bundle = Bundle.make(folder.path("in"))
        let page = bundle.text("index.html")
        #expect(bundle.run.status == 0)
        #expect(page.matches(of: /<script/).count == 1)
        #expect(page.contains("&lt;script&gt;"), "the file's name is shown")
    }
}
