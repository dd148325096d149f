import Filings
import Foundation
import Metrics
import Testing

@testable import Publishing

/// The manifest: canonical, stable, without clock and path.
@Suite struct ManifestTests {
    private func manifest(_ files: [BundleFile]) -> Manifest {
        var filing = Inputs.rate(2024, 1, of: 2)
        filing.settings = SettingsSource(path: "tongjian.yml", digest: String(repeating: "cd", count: 32))
        return Manifest(
            report: "annual-oversight", options: [("years", "2021-2025")], definitions: [("Charts/a.yml", "abc")],
            filings: [filing, filing], files: files)
    }

    private let a = BundleFile(path: "index.html", text: "abc")
    private let b = BundleFile(path: "charts/图.svg", text: "")

    @Test func theOrderOfFilesDoesNotMatter() {
        #expect(manifest([a, b]).json == manifest([b, a]).json)
    }

    @Test func digestsAreSHA256() throws {
        let json = try #require(JSONSerialization.jsonObject(with: Data(manifest([a, b]).json.utf8)) as? [String: Any])
        let files = try #require(json["files"] as? [[String: Any]])
        #expect(files.map { $0["path"] as? String } == ["charts/图.svg", "index.html"])
        // FIPS 180-4, appendix of the examples: "abc" and the empty text.
        #expect(files[1]["sha256"] as? String == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(files[0]["sha256"] as? String == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(files.map { $0["bytes"] as? Int } == [0, 3])
    }

    @Test func keysStandInOneOrderAndTheSchemaFirst() {
        let json = manifest([a]).json
        #expect(json.hasPrefix("{\n  \"schema\": \"tongjian.bundle/1\",\n"))
        let keys = json.matches(of: #/(?m)^  "(\w+)":/#).map { String($0.1) }
        #expect(
            keys == [
                "schema", "program", "libraries", "fonts", "command", "definitions", "settings", "inputs", "files",
            ])
        #expect(json.hasSuffix("}\n") || json.hasSuffix("}"))
    }

    @Test func aProjectFileIsNamedOnce() throws {
        let json = try #require(JSONSerialization.jsonObject(with: Data(manifest([a]).json.utf8)) as? [String: Any])
        #expect((json["settings"] as? [[String: Any]])?.count == 1)
        #expect((json["inputs"] as? [[String: Any]])?.count == 1, "two filings of one file")
        #expect((json["command"] as? [String: Any])?["years"] as? String == "2021-2025")
    }
}
