import Foundation

/// Compares text with a file beside the test. `RECORD_SNAPSHOTS=1` writes the file, and the test still fails, so
/// that a recording run never passes for a proof.
package enum Snapshot {
    package struct Mismatch: Error, CustomStringConvertible {
        package let description: String
    }

    /// `folder` lies beside the test file; `name` with its ending.
    package static func check(
        _ text: String, _ name: String, folder: String = "Snapshots", file: String = #filePath
    ) throws {
        let url = URL(filePath: file).deletingLastPathComponent().appending(path: folder).appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            throw Mismatch(description: "recorded \(url.path); run again without RECORD_SNAPSHOTS")
        }
        guard let data = try? Data(contentsOf: url) else {
            throw Mismatch(description: "no snapshot \(url.path); record it with RECORD_SNAPSHOTS=1")
        }
        let expected = String(decoding: data, as: UTF8.self)
        guard expected != text else { return }
        throw Mismatch(description: difference(expected, text, name))
    }

    /// The first line that differs.
    private static func difference(_ expected: String, _ found: String, _ name: String) -> String {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = found.split(separator: "\n", omittingEmptySubsequences: false)
        let at = zip(left, right).prefix { $0 == $1 }.count
        let lines = [left, right].map { at < $0.count ? String($0[at]) : "(end)" }
        return "\(name) differs in line \(at + 1)\nexpected: \(lines[0])\nfound:    \(lines[1])"
    }
}
