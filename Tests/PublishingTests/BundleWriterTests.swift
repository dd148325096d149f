import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Bundles that appear whole or not at all.
@Suite struct BundleWriterTests {
    private let folder = ProgramFolder()
    private let bundle = [
        BundleFile(path: "index.html", text: "<p>"), BundleFile(path: "charts/a/b.png", bytes: [1, 2, 3]),
        BundleFile(path: Manifest.path, text: "{\"schema\": \"\(Manifest.schema)\"}\n"),
    ]

    private func writer(_ name: String, force: Bool = false) -> BundleWriter {
        BundleWriter(target: folder.path(name), force: force)
    }

    private func error(_ body: () throws -> Void) -> PublishingError? {
        do { try body() } catch { return error as? PublishingError }
        return nil
    }

    @Test func aBundleAppearsWithItsFolders() throws {
        try writer("new/out/").write(bundle)
        #expect(
            ProgramFiles.tree(folder.path("new/out")) == [
                "index.html": Data("<p>".utf8), "charts/a/b.png": Data([1, 2, 3]),
                "manifest.json": Data(bundle[2].bytes),
            ])
        #expect(folder.entries == ["new"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("new")) == ["out"])
    }

    @Test func aBundleIsReplacedAndNothingOfItStays() throws {
        try writer("out").write(bundle + [BundleFile(path: "old.txt", text: "old")])
        try writer("out").write(bundle)
        #expect(Set(ProgramFiles.tree(folder.path("out")).keys) == ["index.html", "charts/a/b.png", "manifest.json"])
        #expect(folder.entries == ["out"])
    }

    @Test func othersFoldersAreLeftAlone() throws {
        folder.write("mine", to: "out/letter.txt")
        #expect(error { try writer("out").verify() } == .notABundle(path: folder.path("out")))
        #expect(error { try writer("out").write(bundle) } == .notABundle(path: folder.path("out")))
        #expect(folder.text("out/letter.txt") == "mine")
        folder.write("{\"schema\": \"somebody.else/1\"}", to: "out/manifest.json")
        #expect(error { try writer("out").verify() } == .notABundle(path: folder.path("out")))
        try writer("out", force: true).write(bundle)
        #expect(folder.text("out/letter.txt").isEmpty)
        folder.makeFolder("empty")
        try writer("empty").write(bundle)
        #expect(folder.entries == ["empty", "out"])
    }

    @Test func filesAreNoFolders() {
        folder.write("mine", to: "out")
        #expect(error { try writer("out", force: true).verify() } == .isAFile(path: folder.path("out")))
        #expect(
            error { try writer("out/below").verify() }
                == .notWritable(path: folder.path("out/below"), reason: "\(folder.path("out")) is a file"))
        #expect(folder.text("out") == "mine")
    }

    /// A file of the bundle that cannot be written: the old bundle stands, and no staging folder stays.
    @Test func aFailureLeavesTheOldBundleAndNoLeftovers() throws {
        try writer("out").write(bundle)
        let before = ProgramFiles.tree(folder.path("out"))
        let clash = bundle + [BundleFile(path: "index.html/below", text: "a file is no folder")]
        #expect(error { try writer("out").write(clash) } != nil)
        #expect(ProgramFiles.tree(folder.path("out")) == before)
        #expect(folder.entries == ["out"])
        #expect(error { try writer("fresh").write(clash) } != nil)
        #expect(folder.entries == ["out"])
    }

    @Test func linksAreReplacedNotFollowed() throws {
        folder.write("mine", to: "else/letter.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("out"), withDestinationPath: "else")
        try writer("out", force: true).write(bundle)
        #expect(folder.text("else/letter.txt") == "mine")
    }

    @Test func leftoversOfAnEndedRunAreCleared() throws {
        folder.write("half", to: ".out.99999999.part/index.html")
        try writer("out").write(bundle)
        #expect(folder.entries == ["out"])
    }
}
