import Filings
import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct FileReaderTests {
    @Test func aFileOverTheLimitIsRefusedWithoutReading() throws {
        let folder = try TemporaryFolder()
        // A hole of one tebibyte: reading it would not come back.
        let path = try folder.write("", to: "huge.txt")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 1 << 40)
        try handle.close()
        #expect(throws: IngestError.tooLarge(bytes: 1 << 40, limit: IngestLimits.fileBytes)) {
            try FileReader.bytes(of: path)
        }
        #expect(FileReader.head(of: path, count: 8) == Array(repeating: 0, count: 8))
    }

    @Test func theLimitItselfIsAllowed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("12345", to: "a.txt")
        #expect(try FileReader.bytes(of: path, limit: 5).count == 5)
        #expect(throws: IngestError.tooLarge(bytes: 5, limit: 4)) { try FileReader.bytes(of: path, limit: 4) }
    }

    @Test func emptyFoldersAndMissingFiles() throws {
        let folder = try TemporaryFolder()
        let empty = try folder.write("", to: "empty.txt")
        #expect(throws: IngestError.empty) { try FileReader.bytes(of: empty) }
        #expect(throws: IngestError.notARegularFile) { try FileReader.bytes(of: folder.root) }
        #expect(throws: IngestError.notFound) { try FileReader.bytes(of: folder.path("no")) }
        #expect(FileReader.head(of: folder.path("no")).isEmpty)
        #expect(throws: IngestError.empty) { try FileReader.document([], source: "a") }
    }

    @Test func aLinkIsReadAsItsFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("规章", to: "a.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: path)
        #expect(try FileReader.bytes(of: folder.path("link")) == Array("规章".utf8))
    }

    @Test func theContentTellsTheFormat() throws {
        func format(_ text: String) throws -> String {
            try FileReader.document(Array(text.utf8), source: "a.bin").format
        }
        #expect(try format("规章\t0\n") == "text")
        #expect(try format("| a | b |\n| c | d |\n| e | f |\n") == "markdown")
        #expect(try format("| a | b |\nc\n") == "text")
        #expect(throws: IngestError.notText) {
            try FileReader.document([0x89, 0x50, 0x4E, 0x47, 0, 0], source: "a.txt")
        }
    }

    @Test(arguments: [
        (ForeignFormat.compound, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
        (.richText, Array("{\\rtf1\\ansi 2024}".utf8)),
        (.webArchive, Array("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><body>规章".utf8)),
        (
            .openDocument,
            StoredZip.bytes([
                .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", "<a/>"),
            ])
        ),
        (.ofd, StoredZip.bytes([.init("OFD.xml", "<a/>")])),
    ])
    func aDocumentOfAnotherKindIsNamed(_ format: ForeignFormat, _ bytes: [UInt8]) {
        #expect(throws: IngestError.foreign(format)) { try FileReader.document(bytes, source: "a.txt") }
        #expect(!ArchiveInput.recognises(bytes))
        #expect(IngestError.foreign(format).message.en.contains("not read"))
    }

    @Test func aTextThatBeginsLikeAMessageIsText() throws {
        #expect(try FileReader.document(Array("From: 办公室\n规章\t0\n".utf8), source: "a").format == "text")
    }

    @Test func theDigestIsThatOfTheBytes() throws {
        let document = try FileReader.document(Array("abc".utf8), source: "a")
        #expect(document.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func tooManyLines() throws {
        let most = IngestLimits.lines
        #expect(try TextFormat().read(Array(repeating: 10, count: most), source: "", digest: "").rows.count == most)
        #expect(throws: IngestError.tooManyLines(limit: most)) {
            try TextFormat().read(Array(repeating: 10, count: most + 1), source: "", digest: "")
        }
    }

    @Test func tooLongALineAndTooWideARow() throws {
        let long = Array(repeating: UInt8(ascii: "x"), count: IngestLimits.lineCharacters + 1)
        #expect(throws: IngestError.lineTooLong(line: 2, limit: IngestLimits.lineCharacters)) {
            try TextFormat().read([10] + long, source: "", digest: "")
        }
        let wide = Array(String(repeating: "0\t", count: IngestLimits.rowCells).utf8)
        #expect(throws: IngestError.rowTooWide(line: 1, limit: IngestLimits.rowCells)) {
            try TextFormat().read(wide, source: "", digest: "")
        }
        let pipes = Array((String(repeating: "|0", count: IngestLimits.rowCells + 2) + "|").utf8)
        #expect(throws: IngestError.rowTooWide(line: 1, limit: IngestLimits.rowCells)) {
            try MarkdownFormat().read(pipes, source: "", digest: "")
        }
    }

    @Test func everyErrorSpeaksBothLanguages() {
        let all: [IngestError] = [
            .notFound, .unreadable(reason: "r"), .notARegularFile, .tooLarge(bytes: 40 << 20, limit: 32 << 20), .empty,
            .notText,
            .tooManyLines(limit: 9), .lineTooLong(line: 3, limit: 9), .rowTooWide(line: 3, limit: 9),
            .folderTooDeep(limit: 9),
            .folderLoop, .tooManyFiles(limit: 9),
        ]
        #expect(Set(all.map(\.message)).count == all.count)
        #expect(all.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
        #expect(IngestError.tooLarge(bytes: 40 << 20, limit: 32 << 20).message.en.contains("40 MB"))
    }

    /// What is declared is not what is there, and not to be summed up before it is looked at.
    @Test func anArchiveMayDeclareAnySize() throws {
        let archive = StoredZip.bytes([.init("a.txt", "12345"), .init("b.txt", "1", claimedLongSize: UInt64(Int.max))])
        var read: [String: Result<[UInt8], IngestError>] = [:]
        try ArchiveInput.forEachEntry(of: archive) { read[$0] = $1 }
        #expect(try read["a.txt"]?.get() == Array("12345".utf8))
        guard case .failure(let error) = read["b.txt"] else { throw IngestError.empty }
        #expect(error == .tooLarge(bytes: .max, limit: IngestLimits.fileBytes))
        #expect(error.message.en.contains("8796093022208 MB"))
    }
}
