import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
package enum SHA256Digest {
    /// The digest of some bytes as 64 hexadecimal digits.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        let status = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        precondition(status == 1 && length == 32, "libcrypto refuses SHA-256")
        return hexadecimal(digest)
    }

    package static func hexadecimal(of text: String) -> String { hexadecimal(of: Array(text.utf8)) }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
