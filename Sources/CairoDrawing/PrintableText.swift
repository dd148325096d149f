/// Text as it may stand in a picture: control characters, which XML forbids and fonts lack, become spaces;
/// marks that turn the reading direction, which could disguise a label, go.
func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if !isUnprintable(scalar) {
            result.append(scalar)
        } else if scalar.value < 0x20 {
            result.append(" ")
        }
    }
    return String(result)
}

private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
        0xFFFF:
        true
    default: false
    }
}

/// For text and attribute values of XML and HTML alike.
func escaped(_ text: String) -> String {
    var result = ""
    for character in printable(text).unicodeScalars {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(character)
        }
    }
    return result
}
