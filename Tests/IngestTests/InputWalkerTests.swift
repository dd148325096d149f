import Foundation
import Testing

@testable import Ingest

@Suite struct InputWalkerTests {
    private static let isRoot = getuid() == 0

    @Test func filesInTheOrderOfTheirBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["b/2.txt", "b/10.txt", "a.txt", "Z.txt", "区/1.txt", "é.txt"] { try folder.write("x", to: name) }
        let listing = InputWalker.list([folder.root])
        #expect(listing.files.map(\.source) == ["Z.txt", "a.txt", "b/10.txt", "b/2.txt", "é.txt", "区/1.txt"])
        #expect(listing.files.map(\.path) == listing.files.map { folder.path($0.source) })
        #expect(listing.failures.isEmpty)
        #expect(InputWalker.list([folder.root + "/"]).files == listing.files)
    }

    @Test func inputsKeepTheirOrderAndAFileIsNamedAsGiven() throws {
        let folder = try TemporaryFolder()
        let one = try folder.write("x", to: "b/1.txt")
        let two = try folder.write("x", to: "a/2.txt")
        #expect(InputWalker.list([one, two]).files.map(\.source) == [one, two])
        #expect(InputWalker.list([folder.path("b"), folder.path("a")]).files.map(\.source) == ["1.txt", "2.txt"])
    }

    @Test func filesOfTheSameNameAreToldByTheirFolders() throws {
        let folder = try TemporaryFolder()
        for name in ["a/2024/1.txt", "b/2024/1.txt", "c/1.txt"] { try folder.write("x", to: name) }
        func sources(_ inputs: [String]) -> [String] { InputWalker.list(inputs.map(folder.path)).files.map(\.source) }
        #expect(sources(["a/2024", "c"]) == ["2024/1.txt", "c/1.txt"])
        #expect(sources(["a/2024", "b/2024"]) == [folder.path("a/2024/1.txt"), folder.path("b/2024/1.txt")])
    }

    @Test func hiddenFilesAndFoldersArePassedOver() throws {
        let folder = try TemporaryFolder()
        for name in [".hidden", ".git/config", "a/.DS_Store", "a/1.txt"] { try folder.write("x", to: name) }
        #expect(InputWalker.list([folder.root]).files.map(\.source) == ["a/1.txt"])
    }

    @Test func theProjectFileOfTheInputIsNoInput() throws {
        let folder = try TemporaryFolder()
        for name in ["tongjian.yml", "a/tongjian.yml", "a/1.txt"] { try folder.write("x", to: name) }
        let listing = InputWalker.list([folder.root])
        #expect(listing.projectFiles.map(\.path) == [folder.path("tongjian.yml")])
        #expect(listing.files.map(\.source) == ["a/1.txt", "a/tongjian.yml"])
    }

    @Test func aLoopOfLinksEnds() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a/1.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("a/back"), withDestinationPath: folder.root)
        let listing = InputWalker.list([folder.root])
        #expect(listing.files.map(\.source) == ["a/1.txt"])
        #expect(listing.failures.map(\.source) == ["a/back"])
        #expect(listing.failures.map(\.error) == [.folderLoop])
    }

    @Test func aBrokenLinkAndAMissingPathAreNamed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("gone"), withDestinationPath: folder.path("no"))
        let listing = InputWalker.list([folder.path("missing"), folder.root])
        #expect(listing.failures.map(\.source) == [folder.path("missing"), "gone"])
        #expect(listing.failures.map(\.error) == [.notFound, .notFound])
        #expect(listing.files.isEmpty)
    }

    @Test func foldersTooDeepAreNotEntered() throws {
        let folder = try TemporaryFolder()
        let deep = Array(repeating: "d", count: IngestLimits.folderDepth + 1).joined(separator: "/")
        try folder.write("x", to: deep + "/1.txt")
        let listing = InputWalker.list([folder.root])
        #expect(listing.files.isEmpty)
        #expect(listing.failures.map(\.error) == [.folderTooDeep(limit: IngestLimits.folderDepth)])
    }

    @Test(.disabled(if: isRoot, "root can read every folder")) func anUnreadableFolderIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "shut/1.txt")
        let path = folder.path("shut")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
        let listing = InputWalker.list([folder.root])
        #expect(listing.failures.map(\.source) == ["shut"])
    }
}
