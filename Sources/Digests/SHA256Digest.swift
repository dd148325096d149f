import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
package enum SHA256Digest {
    /// Looked up once: libcrypto takes locks to find an algorithm.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    /// The digest of some bytes as 64 hexadecimal digits.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        let status = EVP_Digest(bytes, bytes.count, &digest, &length, algorithm, nil)
        precondition(status == 1 && length == 32, "libcrypto refuses SHA-256")
        return hexadecimal(digest)
    }

    package static func hexadecimal(of text: String) -> String { hexadecimal(of: Array(text.utf8)) }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
