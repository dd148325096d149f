import Foundation
import TestSupport
import Testing

/// The tree holds what was agreed and nothing of the machine it was made on.
@Suite(.enabled(if: RepositoryFiles.tracked != nil, "no clone")) struct TreeTests {
    private let files = RepositoryFiles.tracked ?? []

    @Test func theTopLevelIsTheAgreedOne() {
        let agreed: Set = [
            "Package.swift", "Sources", "Tests", "Reports", "Charts", "Samples", "README.md", "CONTRIBUTING.md",
            "CHANGELOG.md", "LICENSE", "Makefile", ".swift-format", ".gitignore", ".ci",
        ]
        let found = Set(files.map { String($0.split(separator: "/")[0]) })
        #expect(found.subtracting(agreed).isEmpty)
        #expect(found.isSuperset(of: ["Package.swift", "Sources", "Tests", "Reports", "Charts", "Samples"]))
    }

    @Test func noMachineIsMentioned() {
        // Put together here, so that this file does not mention them itself.
        let places = ["work", "root", "home"].map { "/" + $0 + "/" }
        let outside = "../" + "shared"
        for file in files where !file.hasPrefix("Samples/") {
            let text = RepositoryFiles.text(file)
            for place in places { #expect(!text.contains(place), "\(file) mentions \(place)") }
            if !file.hasPrefix("Tests/") { #expect(!text.contains(outside), "\(file) mentions \(outside)") }
        }
    }

    @Test func textsAreCleanUTF8() {
        let endings = ["swift", "yml", "md", "mustache", "css", "js", "tsv", "txt"]
        for file in files where endings.contains((file as NSString).pathExtension) {
            let data = FileManager.default.contents(atPath: ProgramFiles.root + "/" + file) ?? Data()
            #expect(String(data: data, encoding: .utf8) != nil, "\(file) is UTF-8")
            #expect(!data.starts(with: [0xEF, 0xBB, 0xBF]) && !data.contains(13), "\(file): no BOM, LF only")
            #expect(data.isEmpty || data.last == 10, "\(file) ends with a line end")
        }
    }

    @Test func nothingBuiltOrForgottenIsTracked() {
        for file in files {
            #expect(
                file.firstMatch(of: #/(^|\/)(\.build|\.DS_Store|__pycache__|bundle)(\/|$)|\.(orig|rej|swp|pyc|o)$/#)
                    == nil, "\(file)")
        }
        let size = files.reduce(0) {
            $0 + (FileManager.default.contents(atPath: ProgramFiles.root + "/" + $1)?.count ?? 0)
        }
        #expect(size < 30_000_000, "\(size) bytes")
    }

    @Test func theLicenceIsApache2() {
        let text = RepositoryFiles.text("LICENSE")
        #expect(text.contains("Apache License") && text.contains("Version 2.0, January 2004"))
        #expect(text.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"))
    }
}
