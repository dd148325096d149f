import Foundation
import TestSupport
import Testing

/// What a bundle holds.
@Suite struct BundleTests {
    private struct Manifest: Decodable {
        struct Entry: Decodable {
            var path: String
            var sha256: String
            var bytes: Int?
        }

        var schema: String
        var inputs: [Entry]
        var definitions: [Entry]
        var settings: [Entry]
        var files: [Entry]
    }

    private let bundle = SampleBundles.whole

    private func manifest() throws -> Manifest {
        try JSONDecoder().decode(Manifest.self, from: #require(bundle.files["manifest.json"]))
    }

    @Test func itHoldsTheFilesOfTheContract() {
        #expect(bundle.run.status == 0)
        #expect(bundle.run.output.isEmpty, "what is said to a person goes to standard error")
        let needed = [
            "index.html", "manifest.json", "manifest.sha256", "data/filings.jsonl", "data/metrics.csv",
            "data/findings.json",
        ]
        for path in needed { #expect(bundle.files[path]?.isEmpty == false, "\(path)") }
        let folders = Set(bundle.files.keys.compactMap { $0.contains("/") ? $0.split(separator: "/").first : nil })
        #expect(folders == ["charts", "data", "tables"])
    }

    @Test func everyChartIsThereTwiceAndWithItsTable() {
        let names = { (folder: String, ending: String) in
            Set(
                bundle.files.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(ending) }
                    .map { String($0.dropFirst(folder.count + 1).dropLast(ending.count)) })
        }
        let pngs = names("charts", ".png")
        #expect(pngs.count >= 8)
        #expect(names("charts", ".svg") == pngs)
        #expect(names("tables", ".csv").isSuperset(of: pngs))
        for name in pngs {
            #expect(bundle.files["charts/\(name).png"]!.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            #expect(bundle.text("charts/\(name).svg").contains("</svg>"))
            #expect(bundle.text("index.html").contains("charts/\(name).png"))
        }
    }

    @Test func picturesAreDrawnTwiceAsLargeAsTheirCanvas() {
        for (path, data) in bundle.files where path.hasSuffix(".png") {
            let width = data[16..<20].reduce(0) { $0 << 8 | Int($1) }
            #expect(width == 2400, "\(path)")
        }
    }

    @Test func digestsAreRight() throws {
        let manifest = try manifest()
        let sums = SystemDigest.of(bundle.files)
        #expect(sums.count == bundle.files.count)
        #expect(
            Set(manifest.files.map(\.path)) == Set(bundle.files.keys).subtracting(["manifest.json", "manifest.sha256"]))
        for entry in manifest.files {
            #expect(sums[entry.path] == entry.sha256, "\(entry.path)")
            #expect(bundle.files[entry.path]?.count == entry.bytes, "\(entry.path)")
        }
        let identity = try #require(sums["manifest.json"])
        #expect(bundle.text("manifest.sha256") == "\(identity)  manifest.json\n")
        #expect(bundle.run.errors.contains(identity), "the identity is printed at the end")
    }

    @Test func inputsAndDefinitionsAreNamedByDigest() throws {
        let manifest = try manifest()
        #expect(manifest.schema == "tongjian.bundle/1")
        let inputs = Dictionary(
            uniqueKeysWithValues: SampleTruth.all.map {
                ($0.source, FileManager.default.contents(atPath: ProgramFiles.sample($0.source))!)
            })
        let sums = SystemDigest.of(inputs)
        #expect(Dictionary(uniqueKeysWithValues: manifest.inputs.map { ($0.path, $0.sha256) }) == sums)
        let definitions = Dictionary(
            uniqueKeysWithValues: manifest.definitions.map {
                ($0.path, FileManager.default.contents(atPath: ProgramFiles.root + "/" + $0.path) ?? Data())
            })
        #expect(
            SystemDigest.of(definitions)
                == Dictionary(uniqueKeysWithValues: manifest.definitions.map { ($0.path, $0.sha256) }))
        #expect(manifest.settings.map(\.path) == ["tongjian.yml"])
    }

    @Test func dataSayWhatTheCommandsSay() throws {
        let filings: [ParsedFiling] = Lines.decode(bundle.text("data/filings.jsonl"))
        #expect(filings.count == SampleTruth.all.count)
        #expect(filings.allSatisfy { $0.measures == SampleRuns.filings[$0.source]?.measures })
        let findings = try JSONDecoder().decode(FindingList.self, from: #require(bundle.files["data/findings.json"]))
        #expect(findings.findings.map(\.fingerprint) == SampleRuns.findings.findings.map(\.fingerprint))
        let metrics = bundle.text("data/metrics.csv").split(whereSeparator: \.isNewline)
        #expect(metrics.count > 1_000)
        #expect(Set(metrics.map { $0.split(separator: ",", maxSplits: 1)[0] }).count > 40)
    }

    @Test func thePageIsWholeAndChinese() {
        let page = bundle.text("index.html")
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n") || page.hasSuffix("</html>"))
        #expect(page.contains("lang=\"zh-CN\"") && page.contains("云溪市"))
        #expect(!page.contains("{{") && !page.contains("}}"), "no template word is left")
        let anchors = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(anchors.subtracting(ids).isEmpty, "every link within the page leads somewhere")
        #expect(Set(ids).count == ids.count, "ids are unique")
        let links = Set(page.matches(of: /href="([^"#]+)"/).map { String($0.1) })
        #expect(links.subtracting(bundle.files.keys).isEmpty, "every link to a file leads to one of the bundle")
    }
}
