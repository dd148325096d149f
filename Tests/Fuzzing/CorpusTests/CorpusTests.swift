import Foundation
import FuzzedReaders
import Testing

/// The inputs from which fuzzing starts, and those that once ended a reader badly, go through their readers on every
/// run of the tests.
@Suite struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus")

    private static func files(_ reader: String) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: reader).standardizedFileURL, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    @Test(.timeLimit(.minutes(2)), arguments: FuzzedReaders.all.map(\.name))
    func everyInputIsRead(_ name: String) throws {
        let reader = try #require(FuzzedReaders.all.first { $0.name == name })
        let files = Self.files(name)
        #expect(!files.isEmpty, "no input in Tests/Fuzzing/Corpus/\(name)")
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            #expect(bytes.count <= 16 << 10, "\(file.lastPathComponent) is too large to keep")
            reader.read(bytes)
        }
    }
}
