import Foundation

/// The optional folder of real filings beside the checkout, or where `TONGJIAN_SHARED` says. Tests that need it are
/// declared `.enabled(if: SharedFolder.isPresent, SharedFolder.hint)`.
package enum SharedFolder {
    package static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["TONGJIAN_SHARED"] { return URL(filePath: path) }
        return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
            .standardizedFileURL
    }()

    package static let isPresent = FileManager.default.fileExists(
        atPath: url.appending(path: "samples/truth.jsonl").path)
    package static let hint = "the folder ../shared is absent; set TONGJIAN_SHARED"

    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url.appending(path: path)))
    }

    package static func lines(_ path: String) throws -> [String] {
        String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
