import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Files that appear whole or not at all.
@Suite struct AtomicFileTests {
    private let folder = ProgramFolder()

    private func error(_ body: () throws -> Void) -> PublishingError? {
        do { try body() } catch { return error as? PublishingError }
        return nil
    }

    @Test func aFileIsReplacedWhole() throws {
        folder.write("a longer text before", to: "x.svg")
        try AtomicFile.write([60, 62], to: folder.path("x.svg"))
        #expect(folder.text("x.svg") == "<>" && folder.entries == ["x.svg"])
    }

    @Test func aFileThatCannotBeWritten() {
        folder.makeFolder("x.svg")
        #expect(
            error { try AtomicFile.write([1], to: folder.path("x.svg")) }
                == .notWritable(path: folder.path("x.svg"), reason: "is a folder"))
        #expect(error { try AtomicFile.write([1], to: folder.path("no/x.svg")) } != nil)
        #expect(folder.entries == ["x.svg"])
    }
}
